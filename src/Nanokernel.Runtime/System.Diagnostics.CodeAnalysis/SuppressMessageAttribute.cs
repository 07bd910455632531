namespace System.Diagnostics.CodeAnalysis;

/// <summary>Suppresses a message of an analyzer.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
public sealed class SuppressMessageAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public SuppressMessageAttribute(string category, string checkId)
    {
    }

    /// <summary>Gets or sets the justification.</summary>
    public string? Justification { get; set; }
}
