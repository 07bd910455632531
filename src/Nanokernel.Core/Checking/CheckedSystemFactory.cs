using System.Collections.Immutable;
using Nanokernel.Checking.Rules;
using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Checking;

/// <summary>Turns a declaration that has passed all rules into its checked form.</summary>
internal static class CheckedSystemFactory
{
    internal static CheckedSystem Create(SystemDeclaration system, ImmutableArray<PartitionManifest> manifests)
    {
        var order = Enumerable.Range(0, system.Partitions.Length)
            .OrderByDescending(index => system.Partitions[index].Priority.Value)
            .ToImmutableArray();
        var indexOf = order.Select((declared, index) => (system.Partitions[declared].Name, index))
            .ToDictionary(pair => pair.Name, pair => pair.index, StringComparer.Ordinal);

        var channels = new CheckedChannelFactory(indexOf).Create(system, manifests);
        var partitions = order
            .Select((declared, index) => CreatePartition(system, system.Partitions[declared], manifests[declared], declared, index, channels))
            .ToImmutableArray();
        var naturalTimer = system.InterruptController.Value == InterruptControllerKind.Apic ? TimerKind.LocalApic : TimerKind.Intel8254;
        return new CheckedSystem(system.Name, system.Machine, partitions, channels)
        {
            InterruptController = system.InterruptController.Value,
            Timer = system.Timer?.Value ?? naturalTimer,
            TimeSlice = system.TimeSlice?.Value,
            ImageKey = system.ImageKey?.Value,
            TraceBytes = (uint)(system.Trace?.Value.Bytes ?? 0),
            Windows = system.Schedule is { Windows.IsEmpty: false } schedule ? ScheduleParts.Of(schedule, indexOf) : [],
        };
    }

    private static CheckedPartition CreatePartition(
        SystemDeclaration system, PartitionDeclaration partition, PartitionManifest manifest, int declarationIndex, int index, ImmutableArray<CheckedChannel> channels)
    {
        var windows = CheckedDeviceWindow.Place(DeviceMemoryClaim.Of(partition).Select(claim => claim.Memory), out var next);
        var pciFunctions = CheckedPciFunction.Place(partition.PciFunctions.Select(function => function.Value), ref next);
        return new CheckedPartition(partition.Name, partition.Program, partition.Location)
        {
            Index = index,
            TypeName = manifest.TypeName,
            DeclarationIndex = declarationIndex,
            MemoryBytes = (uint)partition.Memory.Value.Bytes,
            StackBytes = (uint)partition.Stack.Value.Bytes,
            HeapBytes = (uint)(partition.Heap?.Value.Bytes ?? 0),
            Priority = partition.Priority.Value,
            Ports = Merge(partition.PortClaims.Select(claim => claim.Range)),
            InterruptLines =
            [
                .. partition.InterruptClaims
                    .GroupBy(claim => claim.Line)
                    .OrderBy(claims => claims.Key)
                    .Select(claims => CreateLine(partition, claims.First())),
            ],
            Devices = [.. partition.Devices.Select(device => device.Value).DistinctBy(device => device.Name)],
            DeviceWindows = windows,
            PciFunctions = pciFunctions,
            DmaBuffers = CreateDmaBuffers(partition, next),
            Console = CreateConsole(partition.Console.Value.Uart),
            Budget = partition.Budget?.Value,
            Deadline = partition.Deadline?.Value,
            ResponseTime = partition.Deadline is null ? null : ResponseTimeAnalysis.Find(system, partition),
            MayEndSystem = partition.MayEndSystem,
            HandlesExceptions = partition.HandlesExceptions,
            FaultActions = FaultTable.Events.ToImmutableDictionary(fault => fault, fault => FaultTable.ActionFor(partition, fault)),
            RestartLimit = partition.RestartLimit?.Value ?? RestartLimit.Default,
            Heartbeat = partition.Heartbeat?.Value,
            IsRestartable = FaultTable.IsRestartable(system, partition),
            HasReplaceableImage = partition.HasReplaceableImage.Value,
            Ends = CheckedChannelFactory.EndsOf(index, channels),
        };
    }

    /// <summary>The buffers lie behind the memory of devices and PCI functions.</summary>
    private static ImmutableArray<CheckedDmaBuffer> CreateDmaBuffers(PartitionDeclaration partition, uint next)
    {
        var buffers = ImmutableArray.CreateBuilder<CheckedDmaBuffer>();
        foreach (var (buffer, _) in partition.DmaBuffers)
        {
            var bytes = (uint)buffer.Size.Bytes;
            buffers.Add(new(buffer.Name, bytes, next) { Alignment = (uint)buffer.AlignmentBytes, Limit = (ulong)buffer.LimitBytes });
            next += bytes;
        }

        return buffers.ToImmutable();
    }

    private static CheckedInterruptLine CreateLine(PartitionDeclaration partition, InterruptClaim claim) =>
        new(claim.Line, claim.Trigger, claim.Device)
        {
            Limit = partition.InterruptLimits.LastOrDefault(limit => limit.Value.Line == claim.Line)?.Value.Limit ?? InterruptLimit.Default,
        };

    private static CheckedUart? CreateConsole(Device? uart) => uart is null
        ? null
        : new CheckedUart(uart, (ushort)uart.Ports[0].Start, uart.Interrupts.IsEmpty ? 0 : uart.Interrupts[0].Line);

    private static ImmutableArray<PortRange> Merge(IEnumerable<PortRange> ranges)
    {
        var merged = ImmutableArray.CreateBuilder<PortRange>();
        foreach (var range in ranges.OrderBy(range => range.Start))
        {
            if (merged.Count > 0 && range.Start <= merged[^1].End + 1)
                merged[^1] = merged[^1] with { End = Math.Max(merged[^1].End, range.End) };
            else
                merged.Add(range);
        }

        return merged.ToImmutable();
    }
}
