namespace System.Runtime.CompilerServices;

/// <summary>Carries nullability.</summary>
public sealed class NullableContextAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public NullableContextAttribute(byte flag)
    {
    }
}
