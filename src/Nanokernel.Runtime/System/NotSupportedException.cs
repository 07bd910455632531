namespace System;

/// <summary>Something is not supported.</summary>
public class NotSupportedException : SystemException
{
    private const string DefaultMessage = "Specified method is not supported.";

    /// <summary>Creates the exception.</summary>
    public NotSupportedException()
        : base(DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    public NotSupportedException(string? message)
        : base(message ?? DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public NotSupportedException(string? message, Exception? innerException)
        : base(message ?? DefaultMessage, innerException)
    {
    }
}
