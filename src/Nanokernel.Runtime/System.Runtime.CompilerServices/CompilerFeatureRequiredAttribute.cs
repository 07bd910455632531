namespace System.Runtime.CompilerServices;

/// <summary>Names a language feature that a reader has to know.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
public sealed class CompilerFeatureRequiredAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public CompilerFeatureRequiredAttribute(string featureName)
    {
    }

    /// <summary>Gets whether a reader may go on that does not know the feature.</summary>
    public bool IsOptional { get; init; }
}
