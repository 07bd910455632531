namespace System;

/// <summary>The heap has no room.</summary>
public class OutOfMemoryException : SystemException
{
    private const string DefaultMessage = "Insufficient memory to continue the execution of the program.";

    /// <summary>Creates the exception.</summary>
    public OutOfMemoryException()
        : base(DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    public OutOfMemoryException(string? message)
        : base(message ?? DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public OutOfMemoryException(string? message, Exception? innerException)
        : base(message ?? DefaultMessage, innerException)
    {
    }
}
