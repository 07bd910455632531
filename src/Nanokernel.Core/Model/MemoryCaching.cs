namespace Nanokernel;

/// <summary>What the processor may keep of a device's memory: its memory types of the same names (Intel SDM volume 3A, 12.3).</summary>
public enum MemoryCaching
{
    /// <summary>Nothing: every access reaches the device, in the order of the program. Registers need this.</summary>
    Uncached,

    /// <summary>
    /// Writes wait and leave together, in any order; reads are not kept. For frame buffers: a write has left for certain after
    /// <c>DeviceMemory.Flush</c>.
    /// </summary>
    WriteCombining,

    /// <summary>What was read is kept; writes go to the cache and, in order, to the device. For memory that only the partition changes.</summary>
    WriteThrough,

    /// <summary>What was read and written is kept. For plain memory on a card, such as a ROM.</summary>
    WriteBack,
}
