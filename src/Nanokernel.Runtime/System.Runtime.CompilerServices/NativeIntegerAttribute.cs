namespace System.Runtime.CompilerServices;

/// <summary>Marks native integers.</summary>
public sealed class NativeIntegerAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public NativeIntegerAttribute()
    {
    }

    /// <summary>Creates the attribute.</summary>
    public NativeIntegerAttribute(bool[] flags)
    {
    }
}
