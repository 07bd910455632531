namespace System;

/// <summary>An object is not of the type it is cast to.</summary>
public class InvalidCastException : SystemException
{
    private const string DefaultMessage = "Specified cast is not valid.";

    /// <summary>Creates the exception.</summary>
    public InvalidCastException()
        : base(DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    public InvalidCastException(string? message)
        : base(message ?? DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public InvalidCastException(string? message, Exception? innerException)
        : base(message ?? DefaultMessage, innerException)
    {
    }
}
