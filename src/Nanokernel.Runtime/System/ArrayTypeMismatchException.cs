namespace System;

/// <summary>An array cannot hold the object.</summary>
public class ArrayTypeMismatchException : SystemException
{
    private const string DefaultMessage = "Attempted to access an element as a type incompatible with the array.";

    /// <summary>Creates the exception.</summary>
    public ArrayTypeMismatchException()
        : base(DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    public ArrayTypeMismatchException(string? message)
        : base(message ?? DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public ArrayTypeMismatchException(string? message, Exception? innerException)
        : base(message ?? DefaultMessage, innerException)
    {
    }
}
