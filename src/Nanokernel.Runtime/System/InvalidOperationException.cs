namespace System;

/// <summary>The state does not allow the call.</summary>
public class InvalidOperationException : SystemException
{
    private const string DefaultMessage = "Operation is not valid due to the current state of the object.";

    /// <summary>Creates the exception.</summary>
    public InvalidOperationException()
        : base(DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    public InvalidOperationException(string? message)
        : base(message ?? DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public InvalidOperationException(string? message, Exception? innerException)
        : base(message ?? DefaultMessage, innerException)
    {
    }
}
