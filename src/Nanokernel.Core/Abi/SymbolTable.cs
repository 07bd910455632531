using System.Runtime.InteropServices;

namespace Nanokernel.Abi;

/// <summary>
/// Names for addresses, for fault records: a header, then <see cref="Count"/> entries of two words (address of the method's first byte,
/// offset of its name from the table's start), sorted by address, then the names: a byte with the length, then UTF-8. Functions come
/// first; an entry with an empty name is the end of the code; behind it come the method tables of types, to be found by their exact addresses.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct SymbolTable
{
    /// <summary>The value of <see cref="Magic"/>: "NKST" in memory order.</summary>
    public const uint MagicValue = 0x5453_4B4E;

    /// <summary>The most bytes of a name; longer ones are cut.</summary>
    public const int NameBytesMaximum = 120;

    /// <summary>Offset 0. <see cref="MagicValue"/>.</summary>
    public uint Magic;

    /// <summary>Offset 4. The number of entries.</summary>
    public uint Count;

    /// <summary>Offset 8. The bytes of the whole table.</summary>
    public uint Bytes;
}
