namespace System;

/// <summary>Something is not implemented.</summary>
public class NotImplementedException : SystemException
{
    private const string DefaultMessage = "The method or operation is not implemented.";

    /// <summary>Creates the exception.</summary>
    public NotImplementedException()
        : base(DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    public NotImplementedException(string? message)
        : base(message ?? DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public NotImplementedException(string? message, Exception? innerException)
        : base(message ?? DefaultMessage, innerException)
    {
    }
}
