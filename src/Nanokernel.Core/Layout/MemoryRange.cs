namespace Nanokernel.Layout;

/// <summary>A range of addresses.</summary>
/// <param name="Address">The first address.</param>
/// <param name="Bytes">The bytes.</param>
public readonly record struct MemoryRange(uint Address, uint Bytes)
{
    /// <summary>The first address behind the range.</summary>
    public uint End => Address + Bytes;

    /// <summary>Whether the two ranges have an address in common.</summary>
    public bool Overlaps(MemoryRange other) => Address < other.End && other.Address < End;

    /// <summary>The range as <c>0x00400000-0x007FFFFF</c>.</summary>
    public override string ToString() => $"0x{Address:X8}-0x{End - 1:X8}";
}
