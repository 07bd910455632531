namespace System;

/// <summary>What the system throws.</summary>
public class SystemException : Exception
{
    private const string DefaultMessage = "System error.";

    /// <summary>Creates the exception.</summary>
    public SystemException()
        : base(DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    public SystemException(string? message)
        : base(message ?? DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public SystemException(string? message, Exception? innerException)
        : base(message ?? DefaultMessage, innerException)
    {
    }
}
