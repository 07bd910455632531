namespace Nanokernel.X86.Toolchain;

/// <summary>Prints an <see cref="ElfImage"/> as text.</summary>
public static class ElfPrinter
{
    /// <summary>Prints entry point, segments with their bytes, and symbols.</summary>
    public static void Print(ElfImage image, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteLine($"elf32 entry 0x{image.EntryPoint:X8}");
        foreach (var segment in image.Segments)
        {
            writer.WriteLine(
                $"segment {segment.Name} {segment.Access} virtual 0x{segment.VirtualAddress:X8} physical 0x{segment.PhysicalAddress:X8} "
                + $"file 0x{segment.Data.Length:X} memory 0x{segment.MemoryBytes:X}");
            HexDump.Write(segment.Data.Span, segment.VirtualAddress, writer);
        }
        writer.WriteLine("symbols");
        foreach (var symbol in image.Symbols)
            writer.WriteLine($"  0x{symbol.Address:X8} {(symbol.IsFunction ? "function" : "object")} 0x{symbol.Size:X} {symbol.Name}");
    }
}
