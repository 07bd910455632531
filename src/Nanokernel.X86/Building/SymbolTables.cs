using System.Buffers.Binary;
using System.Text.Unicode;
using Nanokernel.Abi;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Building;

/// <summary>Writes the <see cref="SymbolTable"/> of a linked image: the names of its functions and types, for fault records.</summary>
internal static class SymbolTables
{
    private const int HeaderBytes = 12;
    private const int EntryBytes = 8;

    /// <summary>Makes the table.</summary>
    public static byte[] Build(LinkedImage image)
    {
        var text = image.Segments.Single(segment => segment.Access == SegmentAccess.ReadExecute);
        List<(uint Address, string Name)> symbols =
        [
            .. Select(image, symbol => symbol.IsFunction),
            (text.Address + (uint)text.Data.Length, ""),
            .. Select(image, symbol => MethodNames.IsMethodTable(symbol.Name)),
        ];

        var names = new MemoryStream();
        var name = new byte[SymbolTable.NameBytesMaximum];
        var entries = new byte[HeaderBytes + symbols.Count * EntryBytes];
        for (var i = 0; i < symbols.Count; i++)
        {
            var entry = entries.AsSpan(HeaderBytes + i * EntryBytes);
            BinaryPrimitives.WriteUInt32LittleEndian(entry, symbols[i].Address);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[sizeof(uint)..], (uint)(entries.Length + names.Length));
            Utf8.FromUtf16(symbols[i].Name, name, out _, out var nameBytes);
            names.WriteByte((byte)nameBytes);
            names.Write(name.AsSpan(0, nameBytes));
        }

        BinaryPrimitives.WriteUInt32LittleEndian(entries, SymbolTable.MagicValue);
        BinaryPrimitives.WriteUInt32LittleEndian(entries.AsSpan(4), (uint)symbols.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(entries.AsSpan(8), (uint)(entries.Length + names.Length));
        return [.. entries, .. names.ToArray()];
    }

    private static IEnumerable<(uint Address, string Name)> Select(LinkedImage image, Func<LinkedSymbol, bool> isWanted) =>
        image.Symbols
            .Where(isWanted)
            .OrderBy(symbol => symbol.Address)
            .DistinctBy(symbol => symbol.Address)
            .Select(symbol => (symbol.Address, symbol.DisplayName));
}
