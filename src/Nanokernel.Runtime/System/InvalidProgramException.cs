namespace System;

/// <summary>The compiler could not compile the code.</summary>
public class InvalidProgramException : SystemException
{
    private const string DefaultMessage = "Common Language Runtime detected an invalid program.";

    /// <summary>Creates the exception.</summary>
    public InvalidProgramException()
        : base(DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    public InvalidProgramException(string? message)
        : base(message ?? DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public InvalidProgramException(string? message, Exception? innerException)
        : base(message ?? DefaultMessage, innerException)
    {
    }
}
