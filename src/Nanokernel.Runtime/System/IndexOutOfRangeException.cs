namespace System;

/// <summary>An index is outside an array or span.</summary>
public class IndexOutOfRangeException : SystemException
{
    private const string DefaultMessage = "Index was outside the bounds of the array.";

    /// <summary>Creates the exception.</summary>
    public IndexOutOfRangeException()
        : base(DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    public IndexOutOfRangeException(string? message)
        : base(message ?? DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public IndexOutOfRangeException(string? message, Exception? innerException)
        : base(message ?? DefaultMessage, innerException)
    {
    }
}
