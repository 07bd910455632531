namespace System.Runtime.CompilerServices;

/// <summary>Describes a fixed buffer.</summary>
public sealed class FixedBufferAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public FixedBufferAttribute(Type elementType, int length)
    {
    }
}
