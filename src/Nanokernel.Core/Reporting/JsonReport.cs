using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Nanokernel.Abi;
using Nanokernel.Model;

namespace Nanokernel.Reporting;

/// <summary>The shape of NAME.json. A change that is more than a new member raises <see cref="CurrentSchema"/>.</summary>
internal sealed record JsonReport(
    int Schema,
    string System,
    uint AbiVersion,
    JsonMachine Machine,
    JsonImage? Image,
    JsonKernel Kernel,
    ImmutableArray<JsonPartition> Partitions,
    ImmutableArray<JsonWindow>? Windows,
    ImmutableArray<JsonChannel> Channels,
    JsonTrace? Trace,
    string? ImageKeySha256)
{
    internal const int CurrentSchema = 2;

    internal static JsonReport Create(SystemReport report)
    {
        var system = report.System;
        return new JsonReport(
            CurrentSchema,
            system.Name,
            Abi.AbiVersion.Current,
            new JsonMachine(system.Machine.Name, system.Machine.Memory.Bytes, report.Layout.PhysicalMemoryBytes),
            report.Image is { } image ? new JsonImage(image.FileName, image.Bytes, image.Sha256) : null,
            new JsonKernel(
                Address(VirtualMemoryMap.KernelPhysicalBase),
                report.Layout.KernelBytes,
                report.Image?.Kernel,
                ControllerName(system.InterruptController),
                TimerName(system.Timer),
                [.. system.Machine.Devices.Where(device => device.IsKernelOwned).Select(JsonDevice.Create)]),
            [.. system.Partitions.Select(partition => CreatePartition(report, partition))],
            system.Windows.IsEmpty ? null : [.. system.Windows.Select(window => new JsonWindow(
                window.Length.TotalMilliseconds, [.. window.Partitions.Select(index => system.Partitions[index].Name)]))],
            [.. system.Channels.Select(channel => CreateChannel(report, channel))],
            report.Layout.Trace is { } trace
                ? new JsonTrace(Address(trace.PhysicalAddress), trace.Bytes, system.TraceBytes / TraceRecord.Bytes)
                : null,
            system.ImageKey is { } key ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key.Trim().ReplaceLineEndings("\n")))) : null);
    }

    internal static string Address(uint address) => $"0x{address:X8}";

    private static JsonPartition CreatePartition(SystemReport report, CheckedPartition partition)
    {
        var placement = report.Layout.Partitions[partition.Index];
        return new JsonPartition(
            partition.Index,
            partition.Name,
            partition.Program.Name,
            partition.TypeName,
            partition.Priority.Value,
            Address(placement.PhysicalBase),
            Address(VirtualMemoryMap.PartitionBase),
            partition.MemoryBytes,
            partition.StackBytes,
            partition.HeapBytes == 0 ? null : partition.HeapBytes,
            Address(placement.ControlPageAddress),
            Address(placement.InformationPageAddress),
            report.Image?.Partitions[partition.Index],
            [.. partition.Devices.Select(JsonDevice.Create)],
            partition.PciFunctions.IsEmpty ? null : [.. partition.PciFunctions.Select(JsonPciFunction.Create)],
            [.. partition.Ports.Select(JsonPorts.Create)],
            partition.DeviceWindows.IsEmpty ? null : [.. partition.DeviceWindows.Select(JsonDeviceWindow.Create)],
            partition.DmaBuffers.IsEmpty ? null : [.. partition.DmaBuffers.Zip(report.Layout.DmaBuffersOf(partition), (buffer, placement) =>
                new JsonDmaBuffer(buffer.Name, Address(placement.PhysicalAddress), Address(buffer.VirtualAddress), buffer.Bytes))],
            [.. partition.InterruptLines.Select(JsonInterrupt.Create)],
            partition.Console?.Device.Name ?? PartitionConsole.Debug.ToString(),
            partition.MayEndSystem,
            partition.HandlesExceptions,
            partition.Budget?.Amount.TotalMilliseconds,
            partition.Budget?.Period.TotalMilliseconds,
            partition.Deadline?.TotalMilliseconds,
            partition.ResponseTime?.TotalMilliseconds,
            [.. partition.FaultActions.OrderBy(row => row.Key).Select(row => new JsonFault(row.Key.ToString(), row.Value.ToString()))],
            partition.FaultActions.Values.Any(FaultTable.IsRestart) ? JsonRestartLimit.Create(partition.RestartLimit) : null,
            partition.Heartbeat?.TotalMilliseconds,
            report.WatchersOf(partition).ToImmutableArray() is { IsEmpty: false } watchers ? watchers : null,
            placement.SlotCount == 0 ? null : new JsonCopy(Address(placement.SlotsAddress), placement.SlotBytes, partition.HasReplaceableImage),
            [.. partition.Ends.Select(end => new JsonEnd(
                end.Index, end.Channel.Name, RoleName(end.Role), [.. report.System.Partitions.Where(peer => ((end.Peers >> peer.Index) & 1) != 0).Select(peer => peer.Name)]))]);
    }

    private static JsonChannel CreateChannel(SystemReport report, CheckedChannel channel)
    {
        var queue = channel as CheckedQueue;
        return new JsonChannel(
            channel.Name,
            ChannelKindTraits.Of(channel.Kind).Noun,
            [.. channel.Wires.Select(wire => new JsonWire(report.System.Partitions[wire.Partition].Name, RoleName(wire.Role)))],
            queue?.Capacity,
            queue?.Overflow.ToString(),
            queue?.Restart.ToString(),
            (channel as CheckedEvent)?.Reset.ToString(),
            channel.Message?.TypeName,
            channel.Message?.Size,
            channel.Message is { } message ? Address(message.Fingerprint) : null,
            [.. channel.Regions.Select(region => CreateRegion(report, region))]);
    }

    private static JsonRegion CreateRegion(SystemReport report, CheckedRegion region)
    {
        var placement = report.Layout.Regions[region.Index];
        return new JsonRegion(
            Address(placement.PhysicalAddress),
            placement.Bytes,
            region.IsKept,
            [.. region.Uses.Select(use => new JsonRegionUse(
                report.System.Partitions[use.Partition].Name, use.IsWritable ? "read-write" : "read-only", Address(placement.AddressFor(use))))]);
    }

    private static string RoleName(ChannelRole role) => ChannelRoleTraits.Of(role).Noun;

    internal static string TriggerName(InterruptTrigger trigger) => trigger == InterruptTrigger.Edge ? "edge" : "level";

    internal static string ControllerName(InterruptControllerKind controller) =>
        controller == InterruptControllerKind.Apic ? "APIC" : "8259";

    internal static string TimerName(TimerKind timer) => timer switch
    {
        TimerKind.LocalApic => "local APIC timer",
        TimerKind.Hpet => "HPET",
        _ => "8254",
    };
}

internal sealed record JsonMachine(string Name, long MemoryBytes, long UsedBytes);

internal sealed record JsonImage(string File, long Bytes, string Sha256);

internal sealed record JsonKernel(
    string PhysicalAddress,
    uint ReservedBytes,
    ImageSizes? Image,
    string InterruptController,
    string Timer,
    ImmutableArray<JsonDevice> Devices);

internal sealed record JsonDevice(string Name, ImmutableArray<JsonPorts> Ports, ImmutableArray<int> Interrupts)
{
    internal static JsonDevice Create(Device device) =>
        new(device.Name, [.. device.Ports.Select(JsonPorts.Create)], [.. device.Interrupts.Select(line => line.Line)]);
}

internal sealed record JsonPciFunction(
    string Name, string Match, ImmutableArray<JsonPciBar> Bars, bool UsesInterrupt, bool IsBusMaster, JsonInterruptLimit? Limit)
{
    internal static JsonPciFunction Create(CheckedPciFunction owned)
    {
        var limit = owned.Function.InterruptLimit;
        return new(
            owned.Function.Name,
            owned.Function.Match.ToString(),
            [.. owned.Bars.Select(bar => new JsonPciBar(
                bar.Bar.Index,
                bar.Bar.Kind == PciBarKind.Memory ? "memory" : "ports",
                bar.Bar.Size,
                bar.Bar.Kind == PciBarKind.Memory ? JsonReport.Address(bar.VirtualAddress) : null))],
            owned.Function.UsesInterrupt,
            owned.Function.IsBusMaster,
            owned.Function.UsesInterrupt ? new JsonInterruptLimit(limit.Interrupts, (long)limit.Within.TotalMicroseconds) : null);
    }
}

internal sealed record JsonPciBar(int Index, string Kind, long Size, string? VirtualAddress);

internal sealed record JsonPorts(string First, string Last)
{
    internal static JsonPorts Create(PortRange range) => new($"0x{range.Start:X}", $"0x{range.End:X}");
}

internal sealed record JsonDeviceWindow(string PhysicalAddress, string VirtualAddress, uint Bytes, string Caching)
{
    internal static JsonDeviceWindow Create(CheckedDeviceWindow window) => new(
        JsonReport.Address(window.Memory.PhysicalAddress),
        JsonReport.Address(window.VirtualAddress),
        window.Memory.Bytes,
        window.Memory.Caching.ToText());
}

internal sealed record JsonDmaBuffer(string Name, string PhysicalAddress, string VirtualAddress, uint Bytes);

internal sealed record JsonInterrupt(int Line, string Trigger, string? Device, JsonInterruptLimit Limit)
{
    internal static JsonInterrupt Create(CheckedInterruptLine line) => new(
        line.Line,
        JsonReport.TriggerName(line.Trigger),
        line.Device?.Name,
        new JsonInterruptLimit(line.Limit.Interrupts, (long)line.Limit.Within.TotalMicroseconds));
}

internal sealed record JsonInterruptLimit(int Interrupts, long WithinMicroseconds);

internal sealed record JsonWindow(double Milliseconds, ImmutableArray<string> Partitions);

internal sealed record JsonEnd(int Index, string Channel, string Role, ImmutableArray<string> Peers);

internal sealed record JsonPartition(
    int Index,
    string Name,
    string Project,
    string Type,
    int Priority,
    string PhysicalAddress,
    string VirtualAddress,
    uint MemoryBytes,
    uint StackBytes,
    uint? HeapBytes,
    string ControlPage,
    string InformationPage,
    ImageSizes? Image,
    ImmutableArray<JsonDevice> Devices,
    ImmutableArray<JsonPciFunction>? PciFunctions,
    ImmutableArray<JsonPorts> Ports,
    ImmutableArray<JsonDeviceWindow>? DeviceMemory,
    ImmutableArray<JsonDmaBuffer>? DmaBuffers,
    ImmutableArray<JsonInterrupt> Interrupts,
    string Console,
    bool MayEndSystem,
    bool HandlesExceptions,
    double? BudgetMilliseconds,
    double? PeriodMilliseconds,
    double? DeadlineMilliseconds,
    double? ResponseMilliseconds,
    ImmutableArray<JsonFault> Faults,
    JsonRestartLimit? RestartLimit,
    double? HeartbeatMilliseconds,
    ImmutableArray<string>? Watchers,
    JsonCopy? RestartCopy,
    ImmutableArray<JsonEnd> Ends);

internal sealed record JsonFault(string Event, string Action);

internal sealed record JsonRestartLimit(int Restarts, double WithinMilliseconds, string Then)
{
    internal static JsonRestartLimit Create(RestartLimit limit) => new(limit.Restarts, limit.Within.TotalMilliseconds, limit.Then.ToString());
}

internal sealed record JsonCopy(string PhysicalAddress, uint Bytes, bool IsReplaceable);

internal sealed record JsonTrace(string PhysicalAddress, uint Bytes, uint Events);

internal sealed record JsonChannel(
    string Name,
    string Kind,
    ImmutableArray<JsonWire> Wires,
    int? Capacity,
    string? Overflow,
    string? OnRestart,
    string? Reset,
    string? MessageType,
    int? MessageBytes,
    string? Fingerprint,
    ImmutableArray<JsonRegion> Memory);

internal sealed record JsonWire(string Partition, string Role);

internal sealed record JsonRegion(string PhysicalAddress, uint Bytes, bool IsKept, ImmutableArray<JsonRegionUse> Uses);

internal sealed record JsonRegionUse(string Partition, string Access, string VirtualAddress);

[JsonSourceGenerationOptions(
    WriteIndented = true,
    NewLine = "\n",
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JsonReport))]
internal sealed partial class JsonReportContext : JsonSerializerContext;
