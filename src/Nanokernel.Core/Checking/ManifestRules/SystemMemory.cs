using System.Collections.Immutable;
using System.Numerics;
using Nanokernel.Abi;
using Nanokernel.Layout;
using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Checking.ManifestRules;

/// <summary>How much memory a declared system takes, computed by the layout solver, whether it fits or not.</summary>
internal static class SystemMemory
{
    internal const ulong Mebibyte = 1 << 20;

    internal const ulong ChannelWindow = VirtualMemoryMap.ChosenChannelBase - VirtualMemoryMap.ChannelBase;

    internal static readonly ulong Addressable = (ulong)SystemLimits.PhysicalMemory.Bytes;

    /// <summary>What is set aside below the first partition.</summary>
    internal static ByteSize Kernel => new(VirtualMemoryMap.KernelPhysicalEnd);

    internal static LayoutSolver.Solution Of(SystemDeclaration system, ImmutableArray<PartitionManifest?> manifests) =>
        LayoutSolver.Solve(
            [.. system.Partitions.Select(partition => SystemLimits.ClampMemory(partition.Memory.Value))],
            [.. system.Partitions.Select(partition => ImageSlot.AllBytesOf(system, partition))],
            RegionsOf(system, manifests).AsSpan(),
            [.. DmaBuffers(system).Select(buffer => Place(buffer.Buffer.Value))]);

    /// <summary>The first address that the system does not use.</summary>
    internal static ulong EndOf(SystemDeclaration system, ImmutableArray<PartitionManifest?> manifests) =>
        LayoutSolver.PlaceTrace(Of(system, manifests).End, (ulong)TraceBytes(system)).End;

    /// <summary>All buffers for bus masters with their owners.</summary>
    internal static IEnumerable<(PartitionDeclaration Partition, Stated<DmaBufferDeclaration> Buffer)> DmaBuffers(SystemDeclaration system) =>
        system.Partitions.SelectMany(partition => partition.DmaBuffers.Select(buffer => (partition, buffer)));

    /// <summary>The memory of each channel; nothing where what it carries is not known.</summary>
    internal static ImmutableArray<ChannelShape> ShapesOf(SystemDeclaration system, ImmutableArray<PartitionManifest?> manifests) =>
        [.. system.Channels.Select(channel => ChannelShape.Of(channel, WiredEnd.MessageOf(system, manifests, channel)?.Message))];

    private static ImmutableArray<LayoutSolver.Region> RegionsOf(SystemDeclaration system, ImmutableArray<PartitionManifest?> manifests) =>
    [
        .. ShapesOf(system, manifests).SelectMany((shape, index) => Enumerable.Repeat(shape.Bytes, shape.Count)
            .Concat(Enumerable.Repeat(shape.KernelBytes, shape.KernelBytes == 0 ? 0 : 1))
            .Select(bytes => new LayoutSolver.Region(bytes, system.Channels[index].Traits.IsKept))),
    ];

    internal static string Describe(SystemDeclaration system) => string.Join(", ", system.Partitions.Select(partition =>
        $"'{partition.Name}' {partition.Memory.Value}" + (ImageSlot.AllBytesOf(system, partition) is > 0 and var copy ? $" with {(partition.HasReplaceableImage.Value ? "two images" : "a copy")} for restarts {new ByteSize((long)copy)}" : "") + string.Concat(partition.DmaBuffers.Select(
            buffer => $" with DMA buffer '{buffer.Value.Name}' {buffer.Value.Size}"))))
        + (TraceBytes(system) == 0 ? "" : $", trace {new ByteSize(TraceBytes(system))}");

    private static long TraceBytes(SystemDeclaration system) =>
        Math.Clamp(system.Trace?.Value.Bytes ?? 0, 0, SystemLimits.MaximumTrace.Bytes);

    /// <summary>A buffer that can be placed, whatever was stated; NK0108 says what is wrong with it.</summary>
    private static LayoutSolver.DmaBuffer Place(DmaBufferDeclaration buffer) => new(
        (ulong)Math.Clamp(buffer.Size.Bytes, 0, VirtualMemoryMap.DeviceMemoryBytes),
        BitOperations.IsPow2(buffer.AlignmentBytes) && buffer.AlignmentBytes <= SystemLimits.DmaAlignment.Bytes
            ? (ulong)buffer.AlignmentBytes
            : VirtualMemoryMap.PageSize,
        (ulong)Math.Max(0, buffer.LimitBytes));
}
