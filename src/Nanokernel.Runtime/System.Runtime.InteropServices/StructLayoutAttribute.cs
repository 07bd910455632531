namespace System.Runtime.InteropServices;

/// <summary>Controls the layout of a struct.</summary>
public sealed class StructLayoutAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public StructLayoutAttribute(LayoutKind layoutKind)
    {
    }

    /// <summary>The Pack of the declaration.</summary>
    public int Pack;

    /// <summary>The Size of the declaration.</summary>
    public int Size;

    /// <summary>The CharSet of the declaration.</summary>
    public CharSet CharSet;
}
