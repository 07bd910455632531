namespace Nanokernel.X86.Toolchain;

/// <summary>What a section holds, and so where it goes.</summary>
public enum SectionKind
{
    /// <summary>Code: read and execute.</summary>
    Text,

    /// <summary>Constants: read only.</summary>
    ReadOnlyData,

    /// <summary>Initialised data: read and write.</summary>
    Data,

    /// <summary>Data that starts as zero and takes no room in the file.</summary>
    ZeroFill,

    /// <summary>Debug information, which is not loaded.</summary>
    Debug,

    /// <summary>What an image does not need: unwind data, linker directives.</summary>
    Discarded,
}
