namespace System.Diagnostics.CodeAnalysis;

/// <summary>The result is not null if the named argument is not.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
public sealed class NotNullIfNotNullAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public NotNullIfNotNullAttribute(string parameterName)
    {
    }
}
