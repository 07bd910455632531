namespace Nanokernel.X86.Toolchain;

/// <summary>What the linker does with a second copy of a COMDAT section.</summary>
public enum ComdatSelection
{
    /// <summary>Keeps the first and drops the others.</summary>
    Any,

    /// <summary>Reports it as a duplicate.</summary>
    NoDuplicates,

    /// <summary>Drops it if it has the same size, reports it otherwise.</summary>
    SameSize,

    /// <summary>Drops it if it has the same content, reports it otherwise.</summary>
    ExactMatch,

    /// <summary>Keeps the largest.</summary>
    Largest,
}
