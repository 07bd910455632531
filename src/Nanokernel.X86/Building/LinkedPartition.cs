using Nanokernel.Layout;
using Nanokernel.Model;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Building;

/// <summary>A partition whose code is linked.</summary>
/// <param name="Partition">The partition.</param>
/// <param name="Image">Its code and data.</param>
/// <param name="Memory">How its memory is divided.</param>
/// <param name="UsesFloatingPoint">Whether its code has x87, MMX or SSE instructions.</param>
internal sealed record LinkedPartition(CheckedPartition Partition, LinkedImage Image, PartitionMemoryMap Memory, bool UsesFloatingPoint)
{
    /// <summary>Where the kernel enters it.</summary>
    public required PartitionEntries Entries { get; init; }
}
