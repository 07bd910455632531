namespace Nanokernel.X86.Toolchain;

/// <summary>A section of a debugger's ELF file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Content">Its bytes in the file.</param>
internal sealed record ElfDebugSection(string Name, ReadOnlyMemory<byte> Content)
{
    public uint Type { get; init; } = ElfConstants.SectionProgramBits;

    public uint Flags { get; init; }

    public uint Address { get; init; }

    /// <summary>Its bytes in memory, where they are more than those in the file.</summary>
    public uint MemoryBytes { get; init; }

    public uint Link { get; init; }

    public uint Info { get; init; }

    public uint EntryBytes { get; init; }

    /// <summary>The section of a segment: code and constants with their bytes, what is written to without.</summary>
    public static ElfDebugSection Of(LinkedSegment segment) => new(
        segment.Name, segment.Access == SegmentAccess.ReadWrite ? ReadOnlyMemory<byte>.Empty : segment.Data)
    {
        Type = segment.Access == SegmentAccess.ReadWrite ? ElfConstants.SectionNoBits : ElfConstants.SectionProgramBits,
        Flags = ElfConstants.SectionFlagAllocate | segment.Access switch
        {
            SegmentAccess.ReadExecute => ElfConstants.SectionFlagExecute,
            SegmentAccess.ReadWrite => ElfConstants.SectionFlagWrite,
            _ => 0,
        },
        Address = segment.Address,
        MemoryBytes = segment.Access == SegmentAccess.ReadWrite ? segment.MemoryBytes : 0,
    };

    public void WriteHeader(ElfFieldWriter writer, long at, uint name, uint offset)
    {
        writer.Write32(at, name);
        writer.Write32(at + 4, Type);
        writer.Write32(at + 8, Flags);
        writer.Write32(at + 12, Address);
        writer.Write32(at + 16, offset);
        writer.Write32(at + 20, Math.Max((uint)Content.Length, MemoryBytes));
        writer.Write32(at + 24, Link);
        writer.Write32(at + 28, Info);
        writer.Write32(at + 32, Flags == 0 && Type == ElfConstants.SectionProgramBits ? 1u : 4u);
        writer.Write32(at + 36, EntryBytes);
    }
}
