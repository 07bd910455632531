namespace System;

/// <summary>An argument is null.</summary>
public partial class ArgumentNullException : ArgumentException
{
    private const string DefaultMessage = "Value cannot be null.";

    /// <summary>Creates the exception.</summary>
    public ArgumentNullException()
        : base(DefaultMessage)
    {
    }

    /// <summary>Creates the exception for a parameter.</summary>
    public ArgumentNullException(string? paramName)
        : base(DefaultMessage, paramName)
    {
    }

    /// <summary>Creates the exception for a parameter, with a message.</summary>
    public ArgumentNullException(string? paramName, string? message)
        : base(message ?? DefaultMessage, paramName)
    {
    }
}
