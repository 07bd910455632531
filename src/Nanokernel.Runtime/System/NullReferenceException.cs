namespace System;

/// <summary>A null reference was used.</summary>
public class NullReferenceException : SystemException
{
    private const string DefaultMessage = "Object reference not set to an instance of an object.";

    /// <summary>Creates the exception.</summary>
    public NullReferenceException()
        : base(DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    public NullReferenceException(string? message)
        : base(message ?? DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public NullReferenceException(string? message, Exception? innerException)
        : base(message ?? DefaultMessage, innerException)
    {
    }
}
