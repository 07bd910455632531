namespace System;

/// <summary>What is thrown. A <c>throw</c> stops the partition with a fault record that carries the type and the message.</summary>
public class Exception
{
    private readonly string? _message;

    /// <summary>Creates the exception.</summary>
    public Exception()
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    public Exception(string? message) => _message = message;

    /// <summary>Creates the exception with a message and its cause.</summary>
    public Exception(string? message, Exception? innerException)
    {
        _message = message;
        InnerException = innerException;
    }

    /// <summary>Gets the message; empty where none was given, for a fault record names the type anyway.</summary>
    public virtual string Message => _message ?? "";

    /// <summary>Gets the exception that caused this one.</summary>
    public Exception? InnerException { get; }
}
