using System.Buffers.Binary;

namespace Nanokernel.X86.Toolchain;

/// <summary>The 20 bytes at the start of a COFF object.</summary>
internal readonly record struct CoffHeader(int SectionCount, long SectionTable, long SymbolTable, long SymbolCount)
{
    public const int Size = 20;
    public const int SymbolSize = 18;
    private const ushort MachineI386 = 0x14C;

    /// <summary>The offset of the string table, right behind the symbols; -1 when there are none.</summary>
    public long StringTable => SymbolTable == 0 ? -1 : SymbolTable + SymbolCount * SymbolSize;

    public static CoffHeader Read(FileBytes source)
    {
        var optionalHeaderSize = source.ReadUInt16(16, "file header");
        if (optionalHeaderSize != 0)
            throw FileFormatException.Damaged($"an object has no optional header, this has one of {optionalHeaderSize} bytes");
        return new CoffHeader(
            source.ReadUInt16(2, "file header"),
            Size,
            source.ReadUInt32(8, "file header"),
            source.ReadUInt32(12, "file header"));
    }

    /// <summary>Says in words what the file is when it is no IA-32 COFF object; otherwise null.</summary>
    public static string? WhyForeign(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return "it is empty";
        if (bytes.StartsWith("\u007fELF"u8))
            return "it is an ELF file";
        if (bytes.StartsWith("MZ"u8))
            return "it is a Windows executable or a .NET assembly";
        if (bytes.StartsWith("!<arch>\n"u8))
            return "it is a library archive";
        if (bytes.Length < Size)
            return $"it has {bytes.Length} bytes, fewer than a file header";
        var machine = BinaryPrimitives.ReadUInt16LittleEndian(bytes);
        return machine switch
        {
            MachineI386 => null,
            0x8664 => "it is an object for x64",
            0xAA64 => "it is an object for Arm64",
            0 when BinaryPrimitives.ReadUInt16LittleEndian(bytes[2..]) == 0xFFFF => "it is an object with an extended header (bigobj)",
            _ => $"its machine type is 0x{machine:X4} and not 0x{MachineI386:X4}",
        };
    }
}
