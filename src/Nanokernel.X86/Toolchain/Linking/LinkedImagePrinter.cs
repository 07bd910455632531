using Nanokernel.Checking;

namespace Nanokernel.X86.Toolchain;

/// <summary>Prints a <see cref="LinkedImage"/> as text: segments, code with its disassembly and source lines, data as bytes.</summary>
public static class LinkedImagePrinter
{
    private const int BytesColumn = 22;

    /// <summary>Prints the whole image.</summary>
    public static void Print(LinkedImage image, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteLine($"image {image.Name} base 0x{image.ImageBase:X8} entry 0x{image.EntryAddress:X8}");
        foreach (var segment in image.Segments)
        {
            writer.WriteLine(
                $"segment {segment.Name} {segment.Access} 0x{segment.Address:X8} "
                + $"data 0x{segment.Data.Length:X} memory 0x{segment.MemoryBytes:X}");
            if (segment.Access != SegmentAccess.ReadExecute)
                PrintData(image, segment, writer);
        }
        PrintCode(image, writer);
        writer.WriteLine("relocations");
        foreach (var relocation in image.Relocations)
            writer.WriteLine($"  0x{relocation.Address:X8} {relocation.Kind}");
    }

    private static void PrintData(LinkedImage image, LinkedSegment segment, TextWriter writer)
    {
        foreach (var symbol in image.Symbols.Where(s => segment.Contains(s.Address)))
            writer.WriteLine($"  0x{symbol.Address:X8} {symbol.Name}");
        HexDump.Write(segment.Data, segment.Address, writer);
    }

    private static void PrintCode(LinkedImage image, TextWriter writer)
    {
        LinkedSymbol? current = null;
        SourceLocation? line = null;
        foreach (var (function, instruction) in InstructionWalker.Walk(image))
        {
            if (function != current)
                writer.WriteLine($"{function.Name}{(function.DisplayName == function.Name ? "" : $" ({function.DisplayName})")}:");
            current = function;
            var location = image.FindLine(instruction.IP32);
            if (location is not null && location != line)
                writer.WriteLine($"  ; {Path.GetFileName(location.File)}({location.Line})");
            line = location;
            var segment = image.Segments.First(s => s.Contains(instruction.IP32));
            var bytes = Convert.ToHexString(segment.Data.AsSpan((int)(instruction.IP32 - segment.Address), instruction.Length));
            writer.WriteLine($"  {instruction.IP32:X8}  {bytes.PadRight(BytesColumn)}{InstructionWalker.Format(instruction)}");
        }
    }
}
