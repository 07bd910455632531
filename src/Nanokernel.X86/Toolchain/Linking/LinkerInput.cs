namespace Nanokernel.X86.Toolchain;

/// <summary>The unit that is kept or left out: a section, or the part of one that a symbol starts.</summary>
internal sealed class LinkerInput(ObjectFile file, ObjectSection section, uint start, uint end)
{
    public ObjectFile File { get; } = file;

    public ObjectSection Section { get; } = section;

    /// <summary>The first byte, as an offset in the section.</summary>
    public uint Start { get; } = start;

    /// <summary>The byte behind the last.</summary>
    public uint End { get; } = end;

    /// <summary>The relocations in it, offsets still counted from the start of the section.</summary>
    public List<Relocation> Relocations { get; } = [];

    /// <summary>Whether something that is kept refers to it.</summary>
    public bool IsLive { get; set; }

    /// <summary>Where it goes, once that is known.</summary>
    public uint Address { get; set; }

    /// <summary>The alignment that it had in its section, and no more.</summary>
    public uint Alignment => Start == 0 ? Section.Alignment : Math.Min(Section.Alignment, Start & (~Start + 1));

    /// <summary>The final address of an offset in the section.</summary>
    public uint AddressOf(uint offset) => unchecked(Address + offset - Start);
}
