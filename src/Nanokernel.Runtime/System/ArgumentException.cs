namespace System;

/// <summary>An argument is not valid.</summary>
public class ArgumentException : SystemException
{
    private const string DefaultMessage = "Value does not fall within the expected range.";

    /// <summary>Creates the exception.</summary>
    public ArgumentException()
        : base(DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    public ArgumentException(string? message)
        : base(message ?? DefaultMessage)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public ArgumentException(string? message, Exception? innerException)
        : base(message ?? DefaultMessage, innerException)
    {
    }

    /// <summary>Creates the exception for a parameter, with a message.</summary>
    public ArgumentException(string? message, string? paramName)
        : base(message ?? DefaultMessage) => ParamName = paramName;

    /// <summary>Gets the message, with the name of the parameter behind it where one is stated.</summary>
    public override string Message => string.IsNullOrEmpty(ParamName) ? base.Message : base.Message + " (Parameter '" + ParamName + "')";

    /// <summary>Gets the name of the parameter.</summary>
    public virtual string? ParamName { get; }
}
