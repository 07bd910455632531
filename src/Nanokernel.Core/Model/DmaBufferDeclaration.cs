namespace Nanokernel.Model;

/// <summary>A buffer for a bus master as a partition states it.</summary>
/// <param name="Name">The name by which the partition's project asks for it.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Below">The first physical address that the device does not reach; null: it reaches all memory.</param>
/// <param name="Alignment">What its physical address is a multiple of; null: a page.</param>
public sealed record DmaBufferDeclaration(string Name, ByteSize Size, ByteSize? Below = null, ByteSize? Alignment = null)
{
    /// <summary>The alignment in bytes.</summary>
    internal long AlignmentBytes => Alignment?.Bytes ?? Abi.VirtualMemoryMap.PageSize;

    /// <summary>The end of what the device reaches.</summary>
    internal long LimitBytes => Below?.Bytes ?? 1L << 32;
}
