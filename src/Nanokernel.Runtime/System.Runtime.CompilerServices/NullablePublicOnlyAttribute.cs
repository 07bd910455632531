namespace System.Runtime.CompilerServices;

/// <summary>Carries nullability.</summary>
public sealed class NullablePublicOnlyAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public NullablePublicOnlyAttribute(bool includesInternals)
    {
    }
}
