using System.Text;
using Nanokernel.Abi;
using Nanokernel.Layout;
using Nanokernel.Model;

namespace Nanokernel.X86.Building;

/// <summary>
/// Writes the tables of faults and restarts into the kernel's configuration. Kernel/Faults.cs and Kernel/Restoration.cs describe the rows.
/// </summary>
internal static class FaultTables
{
    private const int BitsOfAction = 3;

    /// <summary>Writes them.</summary>
    public static void Write(StringBuilder text, CheckedSystem system, SystemLayout layout)
    {
        var partitions = system.Partitions;
        var watches = system.Watches.ToList<CheckedChannel>();
        var writes = partitions.Where(partition => partition.IsRestartable).SelectMany(partition => partition.Devices
            .SelectMany(device => device.QuietWrites)
            .Select(write => new[] { (uint)partition.Index, (uint)write.Port, write.Value })).ToList();
        var regions = partitions.Where(partition => partition.IsRestartable).SelectMany(partition => ClearedRegions(system, layout, partition)).ToList();
        var ends = partitions.Where(partition => partition.IsRestartable).SelectMany(partition => partition.Ends
            .Where(IsChangedByRestart)
            .Select(end => new[] { (uint)partition.Index, (uint)end.Index })).ToList();
        KernelConfigurationWriter.Constant(text, "HasWatches", watches.Count != 0);
        KernelConfigurationWriter.Constant(text, "HasRestarts", partitions.Any(partition => partition.IsRestartable));
        KernelConfigurationWriter.Constant(text, "HasHeartbeats", partitions.Any(partition => partition.Heartbeat is not null));
        KernelConfigurationWriter.Constant(text, "HasBudgetFaults", Answers(system, FaultEvent.BudgetExhausted));
        KernelConfigurationWriter.Constant(text, "HasHypercallFaults", Answers(system, FaultEvent.IllegalHypercall));
        KernelConfigurationWriter.Constant(text, "HasReplaceableImages", partitions.Any(partition => partition.HasReplaceableImage));
        KernelConfigurationWriter.Constant(text, "QuietWriteCount", writes.Count);
        KernelConfigurationWriter.Constant(text, "ClearedRegionCount", regions.Count);
        KernelConfigurationWriter.Constant(text, "RestartEndCount", ends.Count);
        KernelConfigurationWriter.Table(text, "FaultPolicies", partitions.Select(partition => PolicyOf(system, layout, partition)));
        KernelConfigurationWriter.Table(text, "EndWatches", watches.Count == 0 ? [] : partitions.SelectMany(
            partition => partition.Ends.Select(end => new[] { end.Channel is CheckedWatch watch ? (uint)watch.Watched + 1 : 0 })));
        KernelConfigurationWriter.Table(text, "ImageSlots", partitions.Any(partition => partition.IsRestartable) ? partitions.Select(partition => SlotsOf(layout, partition)) : []);
        KernelConfigurationWriter.Table(text, "QuietWrites", writes);
        KernelConfigurationWriter.Table(text, "ClearedRegions", regions);
        KernelConfigurationWriter.Table(text, "RestartEnds", ends);
    }

    private static bool IsChangedByRestart(CheckedChannelEnd end) => end.Role switch
    {
        ChannelRole.CallServer => true,
        ChannelRole.QueueReceiver or ChannelRole.RecordReceiver => ((CheckedQueue)end.Channel).Restart == QueueRestart.Discard,
        _ => false,
    };

    private static bool Answers(CheckedSystem system, FaultEvent fault)
        => system.Partitions.Any(partition => partition.FaultActions[fault] != FaultAction.Ignore);

    private static uint[] PolicyOf(CheckedSystem system, SystemLayout layout, CheckedPartition partition)
    {
        var watch = system.Watches.FirstOrDefault(watch => watch.Watched == partition.Index);
        return
        [
            partition.FaultActions.Aggregate(0u, (actions, row) => actions | ((uint)row.Value << ((int)row.Key * BitsOfAction))),
            (uint)partition.RestartLimit.Restarts,
            KernelConfigurationWriter.Microseconds(partition.RestartLimit.Within),
            (uint)partition.RestartLimit.Then,
            KernelConfigurationWriter.Microseconds(partition.Heartbeat ?? TimeSpan.Zero),
            watch is null ? 0 : KernelConfigurationWriter.Mask(watch.PartitionsOf(ChannelRole.Watcher)),
            watch is null ? 0 : layout.Regions[watch.Log.Index].PhysicalAddress,
        ];
    }

    private static uint[] SlotsOf(SystemLayout layout, CheckedPartition partition)
    {
        var placement = layout.Partitions[partition.Index];
        return [placement.SlotsVirtualAddress, placement.SlotBytes, partition.HasReplaceableImage ? partition.ImageBytesMaximum : 0];
    }

    /// <summary>The buffers for bus masters, and the persistent memory that is a partition's alone; what it shares, its restart leaves.</summary>
    private static IEnumerable<uint[]> ClearedRegions(CheckedSystem system, SystemLayout layout, CheckedPartition partition) =>
        partition.DmaBuffers.Select(buffer => new[] { (uint)partition.Index, buffer.VirtualAddress, buffer.Bytes, 0u }).Concat(
            from region in system.Regions
            where region.IsKept && region.Uses.Length == 1 && region.Uses[0].Partition == partition.Index
            let placement = layout.Regions[region.Index]
            select new[] { (uint)partition.Index, placement.AddressFor(region.Uses[0]), placement.Bytes, 1u });
}
