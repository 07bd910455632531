using System.Diagnostics.CodeAnalysis;
using Nanokernel.Abi;
using Nanokernel.Checking;

namespace Nanokernel.X86.Toolchain;

/// <summary>
/// Reads an ELF32 executable that other tools have linked for a partition, and checks that it can run in one. Whatever the bytes are, the
/// result is an image or findings.
/// </summary>
internal static class ExecutableReader
{
    private const long Page = VirtualMemoryMap.PageSize;
    private const int MaxSegments = 64;

    /// <summary>Reads an executable.</summary>
    /// <param name="executable">The executable.</param>
    /// <param name="location">The place that findings are reported at: where the partition was added.</param>
    /// <param name="diagnostics">Takes NK2307 to NK2312.</param>
    /// <param name="image">Its segments, on whole pages, and the symbols of its code and data.</param>
    /// <returns>Whether there is an image.</returns>
    public static bool TryRead(
        PartitionExecutable executable, SourceLocation? location, DiagnosticBag diagnostics, [NotNullWhen(true)] out LinkedImage? image) =>
        TryRead(executable, location, diagnostics, out image, out _);

    /// <summary>Reads an executable and what it asks for.</summary>
    /// <param name="executable">The executable.</param>
    /// <param name="location">The place that findings are reported at: where the partition was added.</param>
    /// <param name="diagnostics">Takes NK2307 to NK2312, and NK2315.</param>
    /// <param name="image">Its segments, on whole pages, and the symbols of its code and data.</param>
    /// <param name="ends">The channel ends that it asks for.</param>
    /// <returns>Whether there is an image.</returns>
    public static bool TryRead(
        PartitionExecutable executable,
        SourceLocation? location,
        DiagnosticBag diagnostics,
        [NotNullWhen(true)] out LinkedImage? image,
        out IReadOnlyList<RequestedChannelEnd> ends)
    {
        image = null;
        ends = [];
        if (!File.Exists(executable.FilePath))
        {
            diagnostics.Report(ToolchainRules.ExecutableMissing, location, executable.FilePath);
            return false;
        }

        try
        {
            return TryRead(executable, File.ReadAllBytes(executable.FilePath), location, diagnostics, out image, out ends);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            diagnostics.Report(
                ToolchainRules.NotAPartitionExecutable, location, executable.FilePath, $"it cannot be read ({exception.Message.TrimEnd('.')})");
            return false;
        }
    }

    /// <summary>The same for a file whose bytes are known.</summary>
    public static bool TryRead(
        PartitionExecutable executable,
        ReadOnlyMemory<byte> bytes,
        SourceLocation? location,
        DiagnosticBag diagnostics,
        [NotNullWhen(true)] out LinkedImage? image,
        out IReadOnlyList<RequestedChannelEnd> ends)
    {
        image = null;
        ends = [];
        try
        {
            var file = ElfFile.Read(bytes);
            CheckKind(file);
            var segments = file.ProgramHeaders.Where(header => header is { Type: ElfConstants.SegmentLoad, MemoryBytes: > 0 })
                .OrderBy(header => header.VirtualAddress)
                .ToList();
            if (!TryCheckSegments(executable, segments, file.EntryPoint, location, diagnostics))
                return false;
            if (!TryReadEnds(executable, file, location, diagnostics, out ends))
                return false;
            image = CreateImage(executable, file, segments);
            return true;
        }
        catch (FileFormatException exception)
        {
            diagnostics.Report(ToolchainRules.NotAPartitionExecutable, location, executable.FilePath, exception.Message);
            return false;
        }
    }

    private static bool TryReadEnds(
        PartitionExecutable executable, ElfFile file, SourceLocation? location, DiagnosticBag diagnostics, out IReadOnlyList<RequestedChannelEnd> ends)
    {
        ends = [];
        try
        {
            if (file.Sections.FirstOrDefault(section => section.Name == RequestedChannelEnd.SectionName) is { } section)
                ends = RequestedChannelEnd.ReadAll(file.DataOf(section));
            return true;
        }
        catch (FileFormatException exception)
        {
            diagnostics.Report(ToolchainRules.RequestedEndsDamaged, location, executable.FilePath, exception.Message);
            return false;
        }
    }

    private static void CheckKind(ElfFile file)
    {
        foreach (var header in file.ProgramHeaders)
        {
            var reason = header.Type switch
            {
                ElfConstants.SegmentInterpreter or ElfConstants.SegmentDynamic => "it is linked dynamically, and there are no shared libraries",
                ElfConstants.SegmentThreadLocal => "it has thread-local variables, and there are no threads",
                ElfConstants.SegmentLoad when header.FileBytes > header.MemoryBytes =>
                    $"its segment at 0x{header.VirtualAddress:X8} has {header.FileBytes} bytes in the file and {header.MemoryBytes} in memory",
                _ => null,
            };
            if (reason is not null)
                throw FileFormatException.Unsupported(reason);
        }

        var segments = file.ProgramHeaders.Where(header => header is { Type: ElfConstants.SegmentLoad, MemoryBytes: > 0 }).ToList();
        if (segments.Count > MaxSegments)
            throw FileFormatException.Unsupported($"it has {segments.Count} segments, and {MaxSegments} are the most");
        var code = segments.Count(header => (header.Flags & ElfConstants.FlagExecute) != 0);
        if (code != 1)
            throw FileFormatException.Unsupported($"it has {code} executable segments, and a partition has one");
    }

    private static bool TryCheckSegments(
        PartitionExecutable executable, List<ElfProgramHeader> segments, uint entryPoint, SourceLocation? location, DiagnosticBag diagnostics)
    {
        var before = diagnostics.Count;
        var file = executable.FilePath;
        foreach (var segment in segments)
        {
            var isFirst = segment == segments[0];
            if (End(segment) > VirtualMemoryMap.ControlPage || (isFirst && StartPage(segment) != VirtualMemoryMap.PartitionBase))
            {
                diagnostics.Report(
                    ToolchainRules.ExecutableMisplaced, location, file, segment.VirtualAddress, End(segment) - 1,
                    VirtualMemoryMap.PartitionBase, VirtualMemoryMap.ControlPage);
            }

            if (ElfConstants.ToAccess(segment.Flags) is null)
                diagnostics.Report(ToolchainRules.SegmentWritableAndExecutable, location, file, segment.VirtualAddress, End(segment) - 1);
        }

        foreach (var (low, high) in segments.Zip(segments.Skip(1)))
        {
            if (End(low) > StartPage(high))
            {
                diagnostics.Report(
                    ToolchainRules.SegmentsShareAPage, location, file, low.VirtualAddress, End(low) - 1, high.VirtualAddress, End(high) - 1,
                    StartPage(high));
            }
        }

        var code = segments.Single(segment => (segment.Flags & ElfConstants.FlagExecute) != 0);
        if (entryPoint < code.VirtualAddress || entryPoint - code.VirtualAddress >= code.FileBytes)
            diagnostics.Report(ToolchainRules.ExecutableEntryOutsideCode, location, file, entryPoint);
        return diagnostics.Count == before;
    }

    private static LinkedImage CreateImage(PartitionExecutable executable, ElfFile file, List<ElfProgramHeader> headers)
    {
        var segments = headers.Select((header, index) => CreateSegment(file, header, index)).ToList();
        return new LinkedImage
        {
            Name = executable.Name,
            ImageBase = VirtualMemoryMap.PartitionBase,
            EntryAddress = file.EntryPoint,
            Segments = segments,
            Symbols = CreateSymbols(file, segments),
            Relocations = [],
        };
    }

    /// <summary>The symbols by address. A function ends where the next one begins, so that no instruction is in two of them.</summary>
    private static List<LinkedSymbol> CreateSymbols(ElfFile file, List<LinkedSegment> segments)
    {
        var symbols = file.Symbols.Select(symbol => CreateSymbol(symbol, segments)).OfType<LinkedSymbol>().OrderBy(symbol => symbol.Address).ToList();
        var next = uint.MaxValue;
        for (var i = symbols.Count - 1; i >= 0; i--)
        {
            if (!symbols[i].IsFunction)
                continue;
            if (i + 1 < symbols.Count && symbols[i].Address == next)
                continue;
            symbols[i] = symbols[i] with { Size = Math.Min(symbols[i].Size, next - symbols[i].Address) };
            next = symbols[i].Address;
        }

        return symbols;
    }

    /// <summary>A segment from the start of its page on: what is in front of it is zero.</summary>
    private static LinkedSegment CreateSegment(ElfFile file, ElfProgramHeader header, int index)
    {
        var inPage = header.VirtualAddress % VirtualMemoryMap.PageSize;
        var name = file.Sections.FirstOrDefault(
            section => section.Name.Length > 0 && section.Address >= header.VirtualAddress && section.Address - header.VirtualAddress < header.MemoryBytes);
        return new LinkedSegment(
            name is null ? $".segment{index}" : Printable(name.Name),
            ElfConstants.ToAccess(header.Flags)!.Value,
            header.VirtualAddress - inPage,
            [.. new byte[inPage], .. file.DataOf(header)],
            inPage + header.MemoryBytes);
    }

    /// <summary>A named place in a segment, cut at the segment's end; null for symbols that are something else.</summary>
    private static LinkedSymbol? CreateSymbol(ElfSymbol symbol, List<LinkedSegment> segments)
    {
        if (symbol.Name.Length == 0 || segments.Find(segment => segment.Contains(symbol.Address)) is not { } home)
            return null;
        var name = Printable(symbol.Name);
        var size = Math.Min(symbol.Size, home.Address + home.MemoryBytes - symbol.Address);
        return new LinkedSymbol(name, symbol.Address, size, symbol.IsFunction && home.Access == SegmentAccess.ReadExecute, name);
    }

    private static string Printable(string name) =>
        string.Concat(name.Select(character => char.IsControl(character) || char.IsSurrogate(character) ? '?' : character));

    private static long End(ElfProgramHeader segment) => segment.VirtualAddress + (long)segment.MemoryBytes;

    private static long StartPage(ElfProgramHeader segment) => segment.VirtualAddress / Page * Page;
}
