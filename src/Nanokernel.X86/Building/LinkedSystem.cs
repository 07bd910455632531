using Nanokernel.Layout;
using Nanokernel.Model;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Building;

/// <summary>A checked system with everything linked: what the image is written from.</summary>
/// <param name="System">The checked system.</param>
/// <param name="Layout">Where its parts go.</param>
/// <param name="Kernel">The kernel.</param>
/// <param name="Partitions">The partitions, by partition index.</param>
internal sealed record LinkedSystem(
    CheckedSystem System, SystemLayout Layout, LinkedImage Kernel, IReadOnlyList<LinkedPartition> Partitions)
{
    /// <summary>The modulus of the key that new images of partitions are signed for, from its least significant word on; empty: there are none.</summary>
    public IReadOnlyList<uint> ImageKey { get; init; } = [];
}
