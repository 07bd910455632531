namespace System.Runtime.CompilerServices;

/// <summary>States the version of the ref safety rules.</summary>
public sealed class RefSafetyRulesAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public RefSafetyRulesAttribute(int version)
    {
    }
}
