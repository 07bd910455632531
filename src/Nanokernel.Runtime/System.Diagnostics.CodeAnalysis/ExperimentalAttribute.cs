namespace System.Diagnostics.CodeAnalysis;

/// <summary>Marks an API that may change.</summary>
public sealed class ExperimentalAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public ExperimentalAttribute(string diagnosticId)
    {
    }
}
