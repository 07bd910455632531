namespace Nanokernel.Policy;

/// <summary>A part of the major frame; the parts follow each other without gaps.</summary>
internal struct ProcessorWindow
{
    /// <summary>Its length, in counts of the clock.</summary>
    public ulong Length;

    /// <summary>One bit for each partition that may run in it.</summary>
    public uint Allowed;
}
