using System.Buffers.Binary;
using System.Text;
using Nanokernel.Abi;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Building;

/// <summary>Writes the <see cref="SymbolTable"/> of a linked image: the names of its functions, for fault records.</summary>
internal static class SymbolTables
{
    private const int HeaderBytes = 12;
    private const int EntryBytes = 8;

    /// <summary>Makes the table.</summary>
    public static byte[] Build(LinkedImage image)
    {
        var functions = image.Symbols
            .Where(symbol => symbol.IsFunction)
            .OrderBy(symbol => symbol.Address)
            .DistinctBy(symbol => symbol.Address)
            .Select(symbol => (symbol.Address, Name: symbol.DisplayName))
            .ToList();
        var text = image.Segments.Single(segment => segment.Access == SegmentAccess.ReadExecute);
        functions.Add((text.Address + (uint)text.Data.Length, ""));

        var names = new MemoryStream();
        var entries = new byte[HeaderBytes + functions.Count * EntryBytes];
        for (var i = 0; i < functions.Count; i++)
        {
            var entry = entries.AsSpan(HeaderBytes + i * EntryBytes);
            BinaryPrimitives.WriteUInt32LittleEndian(entry, functions[i].Address);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[sizeof(uint)..], (uint)(entries.Length + names.Length));
            names.Write(Encoding.UTF8.GetBytes(functions[i].Name + "\0"));
        }

        BinaryPrimitives.WriteUInt32LittleEndian(entries, SymbolTable.MagicValue);
        BinaryPrimitives.WriteUInt32LittleEndian(entries.AsSpan(4), (uint)functions.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(entries.AsSpan(8), (uint)(entries.Length + names.Length));
        return [.. entries, .. names.ToArray()];
    }
}
