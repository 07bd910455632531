namespace System;

/// <summary>An argument is outside the allowed values.</summary>
public partial class ArgumentOutOfRangeException : ArgumentException
{
    private const string DefaultMessage = "Specified argument was out of the range of valid values.";

    /// <summary>Creates the exception.</summary>
    public ArgumentOutOfRangeException()
        : base(DefaultMessage)
    {
    }

    /// <summary>Creates the exception for a parameter.</summary>
    public ArgumentOutOfRangeException(string? paramName)
        : base(DefaultMessage, paramName)
    {
    }

    /// <summary>Creates the exception for a parameter, with a message.</summary>
    public ArgumentOutOfRangeException(string? paramName, string? message)
        : base(message ?? DefaultMessage, paramName)
    {
    }
}
