using System.Text;
using Nanokernel.Abi;
using Nanokernel.Checking.Rules;
using Nanokernel.Layout;
using Nanokernel.Model;
using static System.FormattableString;

namespace Nanokernel.Reporting;

/// <summary>Writes a <see cref="SystemReport"/> for people.</summary>
internal sealed class TextReport(SystemReport report)
{
    private readonly StringBuilder _text = new();

    internal string Write()
    {
        var system = report.System;
        var counts = $"{Count(system.Partitions.Length, "partition")}, {Count(system.Channels.Length, "channel")}";
        var used = new ByteSize(report.Layout.PhysicalMemoryBytes);
        Line($"System '{system.Name}' for machine '{system.Machine.Name}': {counts}; {used} of {system.Machine.Memory} RAM.");
        Line($"Interrupts by {JsonReport.ControllerName(system.InterruptController)}, time by {JsonReport.TimerName(system.Timer)}.");
        foreach (var partition in system.Partitions)
            WritePartition(partition);
        WriteSchedule();
        foreach (var channel in system.Channels)
            WriteChannel(channel);
        if (system.TraceBytes != 0)
            Line($"Trace of the latest {system.TraceBytes / TraceRecord.Bytes:N0} events");
        WriteMemory();
        if (report.Image is { } image)
            Line($"Image {image.FileName}: {image.Bytes:N0} bytes, kernel {image.Kernel.TotalBytes:N0} bytes, SHA-256 {image.Sha256}.");
        return _text.ToString();
    }

    private void WritePartition(CheckedPartition partition)
    {
        Line($"Partition {partition.Index} '{partition.Name}' ({partition.TypeName}), priority {partition.Priority}");
        var heap = partition.HeapBytes == 0 ? "the rest" : new ByteSize(partition.HeapBytes).ToString();
        Entry("memory", $"{new ByteSize(partition.MemoryBytes)}, stack {new ByteSize(partition.StackBytes)}, heap {heap}");
        if (report.Image?.Partitions[partition.Index] is { } sizes)
        {
            var data = Invariant($"{sizes.ReadOnlyDataBytes:N0} of constants, {sizes.DataBytes:N0} of data");
            Entry("image", Invariant($"{sizes.TextBytes:N0} bytes of code, {data}"));
        }

        Entry("devices", string.Join(", ", partition.Devices.Select(device => device.Name)));
        Entry("PCI", string.Join(", ", partition.PciFunctions.Select(Describe)));
        Entry("ports", string.Join(", ", partition.Ports));
        Entry("windows", string.Join(", ", partition.DeviceWindows.Select(
            window => $"{window.Memory} {window.Memory.Caching.ToText()}")));
        Entry("buffers", string.Join(", ", report.Layout.DmaBuffersOf(partition).Select(
            buffer => $"{buffer.Name} {new ByteSize(buffer.Bytes)} at 0x{buffer.PhysicalAddress:X8}")));
        Entry("interrupts", string.Join(", ", partition.InterruptLines.Select(
            line => $"IRQ {line.Line} {JsonReport.TriggerName(line.Trigger)}")));
        Entry("console", partition.Console?.Device.Name ?? PartitionConsole.Debug.ToString());
        foreach (var ends in partition.Ends.GroupBy(end => end.Role).OrderBy(ends => ends.Key))
            Entry(ChannelRoleTraits.Of(ends.Key).Attribute.ToLowerInvariant(), string.Join(", ", ends.Select(end => end.Channel.Name)));
        Entry("may", partition.MayEndSystem ? "end the system" : "");
        Entry("budget", partition.Budget is { } budget
            ? Invariant($"{Duration.Format(budget.Amount)} in each {Duration.Format(budget.Period)}, {budget.Utilization * 100:0.#} %")
            : "");
        Entry("deadline", partition is { Deadline: { } deadline, ResponseTime: { } response }
            ? $"{Duration.Format(deadline)}, response at most {Duration.Format(response)}"
            : "");
        Entry("exceptions", partition.HandlesExceptions ? "handled by itself" : "");
        WriteFaults(partition);
    }

    private void WriteFaults(CheckedPartition partition)
    {
        var answers = partition.FaultActions
            .Where(row => row.Value != FaultTable.DefaultActionFor(row.Key))
            .OrderBy(row => row.Key)
            .GroupBy(row => row.Value, row => row.Key)
            .Select(group => $"{EventsOf(group)}: {group.Key}");
        Entry("faults", string.Join("; ", answers));
        var limit = partition.RestartLimit;
        Entry("restarts", partition.FaultActions.Values.Any(FaultTable.IsRestart)
            ? Invariant($"at most {limit.Restarts:N0} within {Duration.Format(limit.Within)}, then {limit.Then}")
            : "");
        Entry("heartbeat", partition.Heartbeat is { } heartbeat ? $"within {Duration.Format(heartbeat)}" : "");
        Entry("image", partition.HasReplaceableImage ? Invariant($"can be replaced, by one of at most {new ByteSize(partition.ImageBytesMaximum)}") : "");
        Entry("watched by", string.Join(", ", report.WatchersOf(partition)));
    }

    /// <summary>Events of one action; all that stop a partition by default are what it cannot go on after.</summary>
    private static string EventsOf(IEnumerable<FaultEvent> events)
    {
        var listed = events.ToList();
        var stopping = FaultTable.Events.Where(FaultTable.StopsByDefault).ToList();
        return stopping.TrueForAll(listed.Contains)
            ? string.Join(", ", listed.Except(stopping).Select(fault => fault.ToString()).Prepend("every fault"))
            : string.Join(", ", listed);
    }

    private static string Describe(CheckedPciFunction owned)
    {
        var function = owned.Function;
        string[] uses = [.. owned.Bars.Select(bar => bar.Bar.ToString()), .. function.UsesInterrupt ? ["interrupt"] : Array.Empty<string>(), .. function.IsBusMaster ? ["bus master"] : Array.Empty<string>()];
        return $"{function.Name} {function.Match}{(uses.Length == 0 ? "" : $" with {string.Join(", ", uses)}")}";
    }

    private void WriteChannel(CheckedChannel channel)
    {
        var content = channel switch
        {
            CheckedQueue { Kind: ChannelKind.RecordQueue } queue => $": {new ByteSize(queue.Capacity)}, {Overflow(queue.Overflow)}{Restart(queue.Restart)}",
            CheckedQueue queue => $": {Count(queue.Capacity, "message")} of {Count(queue.MessageBytes, "byte")} ({queue.Message!.TypeName}), {Overflow(queue.Overflow)}{Restart(queue.Restart)}",
            CheckedEvent @event => $": {@event.Reset.ToString().ToLowerInvariant()}{(@event.Reset == EventReset.Counting ? "" : " reset")}",
            CheckedPersistentPool pool => $": {new ByteSize(pool.Blocks.Bytes)}",
            { Message: { } message } => $": {Count(message.Size, "byte")} ({message.TypeName})",
            _ => "",
        };
        var wires = channel.Wires.Where(wire => ChannelRoleTraits.Of(wire.Role).HasEnd).GroupBy(wire => wire.Role).OrderBy(group => group.Key).Select(group =>
            $"{ChannelRoleTraits.Of(group.Key).Wiring} {string.Join(", ", group.Select(wire => $"'{report.System.Partitions[wire.Partition].Name}'"))}");
        Line($"{ChannelKindTraits.Of(channel.Kind).Title(channel.Name)} {string.Join(" ", wires)}{content}");
    }

    private static string Overflow(QueueOverflow overflow) => overflow switch
    {
        QueueOverflow.Reject => "full: rejects",
        QueueOverflow.OverwriteOldest => "full: overwrites the oldest",
        _ => "full: blocks",
    };

    private static string Restart(QueueRestart restart) => restart == QueueRestart.Discard ? ", emptied when its receiver starts anew" : "";

    private void WriteSchedule()
    {
        var system = report.System;
        if (system.Windows.IsEmpty)
            return;
        var offset = TimeSpan.Zero;
        Line($"Cyclic schedule");
        foreach (var window in system.Windows)
        {
            var names = string.Join(", ", window.Partitions.Select(index => $"'{system.Partitions[index].Name}'"));
            Line($"    {Duration.Format(offset)} to {Duration.Format(offset + window.Length)}  {(names.Length == 0 ? "nobody" : names)}");
            offset += window.Length;
        }
    }

    private void WriteMemory()
    {
        Line($"Physical memory");
        var ranges = new List<(MemoryRange Range, string What)>
        {
            (new MemoryRange(VirtualMemoryMap.KernelPhysicalBase, report.Layout.KernelBytes), "kernel"),
        };
        foreach (var partition in report.System.Partitions)
        {
            var placement = report.Layout.Partitions[partition.Index];
            ranges.Add((placement.Memory, $"partition '{partition.Name}'"));
            ranges.Add((Page(placement.ControlPageAddress), $"control page of '{partition.Name}'"));
            ranges.Add((Page(placement.InformationPageAddress), $"information page of '{partition.Name}'"));
            if (placement.SlotCount != 0)
                ranges.Add((placement.Slots, placement.SlotCount == 1 ? $"copy of '{partition.Name}' for restarts" : $"{placement.SlotCount} images of '{partition.Name}'"));
        }

        foreach (var buffer in report.Layout.DmaBuffers)
            ranges.Add((buffer.Memory, $"DMA buffer '{buffer.Name}' of '{report.System.Partitions[buffer.Partition].Name}'"));
        foreach (var region in report.System.Regions)
            ranges.Add((report.Layout.Regions[region.Index].Memory, $"{region.Name}{(region.IsKept ? ", kept" : "")}"));
        if (report.Layout.Trace is { } trace)
            ranges.Add((trace.Memory, "trace"));
        foreach (var (range, what) in ranges.OrderBy(entry => entry.Range.Address))
            Line($"    {range}  {what}");
    }

    private static MemoryRange Page(uint address) => new(address, VirtualMemoryMap.PageSize);

    private void Entry(string what, string value)
    {
        if (value.Length > 0)
            Line($"    {what,-11} {value}");
    }

    private void Line(FormattableString line) => _text.Append(Invariant(line)).Append('\n');

    private static string Count(int number, string noun) =>
        Invariant($"{number:N0} {noun}{(number == 1 ? "" : "s")}");
}
