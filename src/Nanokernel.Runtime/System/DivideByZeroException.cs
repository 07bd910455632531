namespace System;

/// <summary>A division by zero.</summary>
public class DivideByZeroException : ArithmeticException
{
    private const string DefaultMessage = "Attempted to divide by zero.";

    /// <summary>Creates the exception.</summary>
    public DivideByZeroException()
        : base(DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    public DivideByZeroException(string? message)
        : base(message ?? DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public DivideByZeroException(string? message, Exception? innerException)
        : base(message ?? DefaultMessage, innerException)
    {
    }
}
