namespace Nanokernel.X86.Toolchain;

/// <summary>The IMAGE_SCN characteristics that matter to a linker.</summary>
[Flags]
internal enum CoffSectionFlags : uint
{
    None = 0,
    Code = 0x0000_0020,
    InitializedData = 0x0000_0040,
    UninitializedData = 0x0000_0080,
    LinkerInformation = 0x0000_0200,
    LinkerRemove = 0x0000_0800,
    LinkerComdat = 0x0000_1000,
    AlignmentMask = 0x00F0_0000,
    ExtendedRelocations = 0x0100_0000,
    Discardable = 0x0200_0000,
    Execute = 0x2000_0000,
    Read = 0x4000_0000,
    Write = 0x8000_0000,
}
