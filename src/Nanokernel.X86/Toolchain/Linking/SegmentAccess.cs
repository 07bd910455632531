namespace Nanokernel.X86.Toolchain;

/// <summary>What may be done with a segment's memory. There is no write-and-execute.</summary>
public enum SegmentAccess
{
    /// <summary>Code.</summary>
    ReadExecute,

    /// <summary>Constants.</summary>
    Read,

    /// <summary>Data.</summary>
    ReadWrite,
}
