using System.Diagnostics.CodeAnalysis;
using Nanokernel.Checking;

namespace Nanokernel.X86.Toolchain;

/// <summary>
/// Reads an IA-32 COFF object.
/// <code>
/// file header | section headers | raw data and relocations of each section | symbol table | string table
/// </code>
/// Whatever the bytes are, the result is an object or findings. All sizes are checked against the file before memory is taken for them.
/// </summary>
public static class CoffReader
{
    /// <summary>Reads an object.</summary>
    /// <param name="name">The object's name for messages.</param>
    /// <param name="bytes">The file's content.</param>
    /// <param name="diagnostics">Receives what is wrong with it.</param>
    /// <param name="file">The object.</param>
    /// <returns>Whether the object can be linked.</returns>
    public static bool TryRead(string name, ReadOnlyMemory<byte> bytes, DiagnosticBag diagnostics, [NotNullWhen(true)] out ObjectFile? file)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(diagnostics);
        file = null;
        if (CoffHeader.WhyForeign(bytes.Span) is { } reason)
        {
            diagnostics.Report(ToolchainRules.NotAnObject, null, name, reason);
            return false;
        }
        try
        {
            file = Read(name, bytes);
            return true;
        }
        catch (FileFormatException e)
        {
            diagnostics.Report(e.Rule, null, name, e.Message);
            return false;
        }
    }

    private static ObjectFile Read(string name, ReadOnlyMemory<byte> bytes)
    {
        var source = new FileBytes(bytes);
        var header = CoffHeader.Read(source);
        var file = new ObjectFile(name) { SubsectionsViaSymbols = true };
        var symbolRows = CoffSymbolReader.ReadRows(source, header);
        var sections = CoffSectionReader.Read(source, header, symbolRows);
        file.Sections.AddRange(sections.Select(s => s.Section));
        var symbols = CoffSymbolReader.MakeSymbols(symbolRows, sections);
        file.Symbols.AddRange(symbols.OfType<ObjectSymbol>());
        CoffRelocationReader.Read(source, sections, symbols);
        return file;
    }
}
