namespace Nanokernel.X86.Toolchain;

/// <summary>How a relocation makes its value from the address S of its symbol, its addend A and its place P.</summary>
public enum RelocationKind
{
    /// <summary>S + A. IMAGE_REL_I386_DIR32.</summary>
    Absolute32,

    /// <summary>S + A - (P + 4). IMAGE_REL_I386_REL32.</summary>
    Relative32,

    /// <summary>S + A - image base. IMAGE_REL_I386_DIR32NB.</summary>
    ImageRelative32,

    /// <summary>The index of the symbol's section, 16 bits; debug sections only. IMAGE_REL_I386_SECTION.</summary>
    SectionIndex,

    /// <summary>The symbol's offset in its section; debug sections only. IMAGE_REL_I386_SECREL.</summary>
    SectionRelative,

    /// <summary>The low 16 bits of S + A: the first half of an interrupt gate.</summary>
    Low16,

    /// <summary>The high 16 bits of S + A: the second half of an interrupt gate.</summary>
    High16,

    /// <summary>S + A as a physical address (less <c>VirtualMemoryMap.KernelBase</c>): CR3 values and page-table entries.</summary>
    Physical32,
}
