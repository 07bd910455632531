using System.Diagnostics.CodeAnalysis;
using Nanokernel.Checking;

namespace Nanokernel.X86.Toolchain;

/// <summary>
/// Reads an ELF32 image for IA-32: its loadable segments and symbols. Whatever the bytes are, the result is an image or findings.
/// </summary>
public static class ElfReader
{
    /// <summary>Reads an image.</summary>
    /// <param name="name">The file's name for messages.</param>
    /// <param name="bytes">The file's content.</param>
    /// <param name="diagnostics">Receives what is wrong with it.</param>
    /// <param name="image">The image.</param>
    /// <returns>Whether there is an image.</returns>
    public static bool TryRead(string name, ReadOnlyMemory<byte> bytes, DiagnosticBag diagnostics, [NotNullWhen(true)] out ElfImage? image)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(diagnostics);
        image = null;
        try
        {
            var file = ElfFile.Read(bytes);
            image = new ElfImage { EntryPoint = file.EntryPoint, Segments = ReadSegments(file), Symbols = file.Symbols };
            return true;
        }
        catch (FileFormatException e)
        {
            diagnostics.Report(ToolchainRules.NotAnElfImage, null, name, e.Message);
            return false;
        }
    }

    private static List<ElfSegment> ReadSegments(ElfFile file)
    {
        var names = file.Sections
            .Where(s => s.Type is ElfConstants.SectionProgramBits or ElfConstants.SectionNoBits)
            .DistinctBy(s => s.Address)
            .ToDictionary(s => s.Address, s => s.Name);
        return
        [
            .. file.ProgramHeaders
                .Where(header => header.Type == ElfConstants.SegmentLoad)
                .Select(header => new ElfSegment(
                    names.GetValueOrDefault(header.VirtualAddress, ""),
                    ElfConstants.ToAccess(header.Flags) ?? throw FileFormatException.Damaged("a segment is both writable and executable"),
                    header.VirtualAddress,
                    header.PhysicalAddress,
                    file.DataOf(header).ToArray(),
                    header.MemoryBytes)),
        ];
    }
}
