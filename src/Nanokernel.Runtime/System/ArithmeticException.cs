namespace System;

/// <summary>A calculation failed.</summary>
public class ArithmeticException : SystemException
{
    private const string DefaultMessage = "Overflow or underflow in the arithmetic operation.";

    /// <summary>Creates the exception.</summary>
    public ArithmeticException()
        : base(DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    public ArithmeticException(string? message)
        : base(message ?? DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public ArithmeticException(string? message, Exception? innerException)
        : base(message ?? DefaultMessage, innerException)
    {
    }
}
