namespace Nanokernel.X86.Toolchain;

/// <summary>A section of an <see cref="ObjectFile"/>.</summary>
/// <param name="name">The section's name; what stands before <c>$</c> groups sections, what stands behind it orders them.</param>
/// <param name="kind">What the section holds.</param>
public sealed class ObjectSection(string name, SectionKind kind)
{
    /// <summary>The section's name.</summary>
    public string Name { get; } = name;

    /// <summary>What the section holds.</summary>
    public SectionKind Kind { get; } = kind;

    /// <summary>The alignment in bytes, a power of two.</summary>
    public uint Alignment { get; init; } = 16;

    /// <summary>The content; empty for <see cref="SectionKind.ZeroFill"/>.</summary>
    public byte[] Data { get; set; } = [];

    /// <summary>The bytes in memory: the length of <see cref="Data"/>, or more for zero fill.</summary>
    public uint Size { get; set; }

    /// <summary>The name of the COMDAT symbol, when only one copy of the section is to be kept; otherwise null.</summary>
    public string? ComdatName { get; init; }

    /// <summary>What happens to a second copy when <see cref="ComdatName"/> is set.</summary>
    public ComdatSelection ComdatSelection { get; init; }

    /// <summary>The section that this one lives and dies with, or null.</summary>
    public ObjectSection? AssociatedSection { get; set; }

    /// <summary>The places to fill in.</summary>
    public List<Relocation> Relocations { get; } = [];
}
