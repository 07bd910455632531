namespace System;

/// <summary>A type cannot be used.</summary>
public class TypeLoadException : SystemException
{
    private const string DefaultMessage = "Failure has occurred while loading a type.";

    /// <summary>Creates the exception.</summary>
    public TypeLoadException()
        : base(DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    public TypeLoadException(string? message)
        : base(message ?? DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public TypeLoadException(string? message, Exception? innerException)
        : base(message ?? DefaultMessage, innerException)
    {
    }
}
