namespace System;

/// <summary>The platform does not support something.</summary>
public class PlatformNotSupportedException : NotSupportedException
{
    private const string DefaultMessage = "Operation is not supported on this platform.";

    /// <summary>Creates the exception.</summary>
    public PlatformNotSupportedException()
        : base(DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    public PlatformNotSupportedException(string? message)
        : base(message ?? DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public PlatformNotSupportedException(string? message, Exception? innerException)
        : base(message ?? DefaultMessage, innerException)
    {
    }
}
