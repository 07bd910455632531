namespace System;

/// <summary>A field does not exist.</summary>
public class MissingFieldException : SystemException
{
    private const string DefaultMessage = "Attempted to access a non-existing field.";

    /// <summary>Creates the exception.</summary>
    public MissingFieldException()
        : base(DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    public MissingFieldException(string? message)
        : base(message ?? DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public MissingFieldException(string? message, Exception? innerException)
        : base(message ?? DefaultMessage, innerException)
    {
    }
}
