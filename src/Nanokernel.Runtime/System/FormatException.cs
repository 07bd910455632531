namespace System;

/// <summary>A text cannot be parsed, or a format is not known.</summary>
public class FormatException : SystemException
{
    private const string DefaultMessage = "One of the identified items was in an invalid format.";

    /// <summary>Creates the exception.</summary>
    public FormatException()
        : base(DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    public FormatException(string? message)
        : base(message ?? DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public FormatException(string? message, Exception? innerException)
        : base(message ?? DefaultMessage, innerException)
    {
    }
}
