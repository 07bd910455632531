using Nanokernel.Abi;

namespace Nanokernel.X86.Toolchain;

/// <summary>
/// Where each piece of an ELF file goes.
/// <code>
/// ELF header | program headers | page boundary: segments, each page aligned | symbols | strings | section names | section headers
/// </code>
/// </summary>
internal sealed class ElfLayout
{
    public ElfLayout(ElfImage image, long symbolBytes, long stringBytes, long nameBytes)
    {
        long at = ElfConstants.HeaderSize + (long)image.Segments.Count * ElfConstants.ProgramHeaderSize;
        var offsets = new List<long>();
        var known = new Dictionary<(ReadOnlyMemory<byte>, uint), long>();
        foreach (var segment in image.Segments)
        {
            // What is loaded to several places is in the file once.
            var content = (segment.Data, segment.VirtualAddress % VirtualMemoryMap.PageSize);
            if (!segment.Data.IsEmpty && known.TryGetValue(content, out var offset))
            {
                offsets.Add(offset);
                continue;
            }

            // Loaders may map the file: the offset is congruent to the address modulo the page.
            at = AlignUp(at, VirtualMemoryMap.PageSize) + segment.VirtualAddress % VirtualMemoryMap.PageSize;
            offsets.Add(at);
            known[content] = at;
            at += segment.Data.Length;
        }
        SegmentOffsets = offsets;
        Symbols = AlignUp(at, 16);
        Strings = Symbols + symbolBytes;
        Names = Strings + stringBytes;
        SectionHeaders = AlignUp(Names + nameBytes, 16);
        FileBytes = SectionHeaders + (image.Segments.Count + 4L) * ElfConstants.SectionHeaderSize;
    }

    public IReadOnlyList<long> SegmentOffsets { get; }

    public long Symbols { get; }

    public long Strings { get; }

    public long Names { get; }

    public long SectionHeaders { get; }

    public long FileBytes { get; }

    private static long AlignUp(long value, long alignment) => (value + alignment - 1) / alignment * alignment;
}
