namespace System.Runtime.CompilerServices;

/// <summary>Carries nullability.</summary>
public sealed class NullableAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public NullableAttribute(byte flag)
    {
    }

    /// <summary>Creates the attribute.</summary>
    public NullableAttribute(byte[] flags)
    {
    }
}
