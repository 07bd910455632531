using System.Globalization;

namespace Nanokernel.X86.Toolchain;

/// <summary>Prints an <see cref="ObjectFile"/> as text, the same text for the same object.</summary>
public static class ObjectFilePrinter
{
    /// <summary>Prints sections with their relocations, then symbols.</summary>
    public static void Print(ObjectFile file, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteLine($"object {file.Name}");
        foreach (var section in file.Sections)
            PrintSection(section, writer);
        writer.WriteLine("symbols");
        foreach (var symbol in file.Symbols)
            writer.WriteLine($"  {Describe(symbol)}");
    }

    private static void PrintSection(ObjectSection section, TextWriter writer)
    {
        var comdat = section.ComdatName is null ? "" : $" comdat {section.ComdatName} ({section.ComdatSelection})";
        var associated = section.AssociatedSection is null ? "" : $" with {section.AssociatedSection.Name}";
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"section {section.Name} {section.Kind} size 0x{section.Size:X} align {section.Alignment}{comdat}{associated}"));
        HexDump.Write(section.Data, 0, writer);
        foreach (var relocation in section.Relocations)
            writer.WriteLine($"  0x{relocation.Offset:X4} {relocation.Kind} {relocation.Symbol.Name}{FormatAddend(relocation.Addend)}");
    }

    private static string Describe(ObjectSymbol symbol)
    {
        var scope = symbol.IsGlobal ? "global" : "local";
        var kind = symbol.IsFunction ? " function" : symbol.IsSection ? " section" : "";
        if (symbol.IsUndefined)
            return $"{symbol.Name} undefined";
        return symbol.Section is { } section
            ? $"{symbol.Name} {section.Name}+0x{symbol.Offset:X} {scope}{kind}"
            : $"{symbol.Name} absolute 0x{symbol.Offset:X8} {scope}";
    }

    private static string FormatAddend(int addend) => addend switch
    {
        0 => "",
        < 0 => $"-0x{-(long)addend:X}",
        _ => $"+0x{addend:X}",
    };
}
