namespace System;

/// <summary>Something took too long.</summary>
public class TimeoutException : SystemException
{
    private const string DefaultMessage = "The operation has timed out.";

    /// <summary>Creates the exception.</summary>
    public TimeoutException()
        : base(DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    public TimeoutException(string? message)
        : base(message ?? DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public TimeoutException(string? message, Exception? innerException)
        : base(message ?? DefaultMessage, innerException)
    {
    }
}
