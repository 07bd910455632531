namespace System;

/// <summary>A method does not exist.</summary>
public class MissingMethodException : SystemException
{
    private const string DefaultMessage = "Attempted to access a missing method.";

    /// <summary>Creates the exception.</summary>
    public MissingMethodException()
        : base(DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    public MissingMethodException(string? message)
        : base(message ?? DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public MissingMethodException(string? message, Exception? innerException)
        : base(message ?? DefaultMessage, innerException)
    {
    }
}
