namespace System;

/// <summary>A result does not fit its type.</summary>
public class OverflowException : ArithmeticException
{
    private const string DefaultMessage = "Arithmetic operation resulted in an overflow.";

    /// <summary>Creates the exception.</summary>
    public OverflowException()
        : base(DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    public OverflowException(string? message)
        : base(message ?? DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public OverflowException(string? message, Exception? innerException)
        : base(message ?? DefaultMessage, innerException)
    {
    }
}
