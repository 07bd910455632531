namespace Nanokernel.Core.Tests.Rules;

/// <summary>Rules about what is done about faults.</summary>
internal static class FaultSamples
{
    private static readonly Device Relays = new("relays") { Ports = [new(0x340, 0x347)], Interrupts = [new(10)] };

    private static readonly PciFunction Card =
        new("card", PciMatch.ByAddress(0, 4)) { Bars = [PciBar.Ports(0, 256)], UsesInterrupt = true };

    internal static IEnumerable<RuleSample> All =>
    [
        new(
            "NK0801",
            () => With(control => control.OnFault(FaultEvent.StackOverflow, FaultAction.Ignore, Sample.File, 5)),
            "Plant.cs(5): error NK0801: Partition 'control' states FaultAction.Ignore for StackOverflow, but it cannot go on after that. "
            + "State FaultAction.Stop, Restart, RestartCold or Halt.",
            () => With(control => control.OnFault(FaultEvent.StackOverflow, FaultAction.Stop, Sample.File, 5))),
        new(
            "NK0801",
            () => With(control => control.OnFault(FaultAction.Notify, Sample.File, 5)),
            "Plant.cs(5): error NK0801: Partition 'control' states FaultAction.Notify for every fault, but it cannot go on after that. "
            + "State FaultAction.Stop, Restart, RestartCold or Halt.",
            () => With(control => control.OnFault(FaultAction.Halt, Sample.File, 5))),
        new(
            "NK0801",
            () => With(control => control.OwnsInterrupt(5).OnFault(FaultEvent.InterruptStorm, FaultAction.Ignore, Sample.File, 5)),
            "Plant.cs(5): error NK0801: Partition 'control' states FaultAction.Ignore for InterruptStorm, but then nobody would come to know of it. "
            + "State FaultAction.Notify, Stop, Restart, RestartCold or Halt.",
            () => Watched(control => control.OwnsInterrupt(5).OnFault(FaultEvent.InterruptStorm, FaultAction.Notify, Sample.File, 5))),
        new(
            "NK0801",
            () => With(control => control.OnFault((FaultEvent)10, FaultAction.Stop, Sample.File, 5).OnFault((FaultAction)6, Sample.File, 6)),
            "Plant.cs(5): error NK0801: Partition 'control' states FaultAction.Stop for 10, but there is no such event. Remove the statement.\n"
            + "Plant.cs(6): error NK0801: Partition 'control' states FaultAction.6 for every fault, but there is no such action. "
            + "State FaultAction.Stop, Restart, RestartCold or Halt.",
            () => With(control => control.OnFault(FaultEvent.IllegalHypercall, FaultAction.Ignore, Sample.File, 5))),
        new(
            "NK0802",
            () => With(control => control
                .OnFault(FaultEvent.FailFast, FaultAction.Restart, Sample.File, 5)
                .OnFault(FaultEvent.FailFast, FaultAction.Halt, Sample.File, 6)),
            "Plant.cs(6): error NK0802: Partition 'control' answers FailFast twice, with FaultAction.Restart and with FaultAction.Halt. "
            + "An event has one answer: remove one of the two. First claim: Plant.cs(5).",
            () => With(control => control
                .OnFault(FaultAction.Restart, Sample.File, 5)
                .OnFault(FaultEvent.FailFast, FaultAction.Halt, Sample.File, 6))),
        new(
            "NK0802",
            () => With(control => control.OnFault(FaultAction.Restart, Sample.File, 5).OnFault(FaultAction.Restart, Sample.File, 6)),
            "Plant.cs(6): error NK0802: Partition 'control' answers every fault twice, both times with FaultAction.Restart. "
            + "An event has one answer: remove one of the two. First claim: Plant.cs(5).",
            () => With(control => control.OnFault(FaultAction.Restart, Sample.File, 5))),
        new(
            "NK0803",
            () => Limited(0, TimeSpan.FromSeconds(1)),
            "Plant.cs(5): error NK0803: The restart limit of partition 'control', 0 within 1000 ms and then FaultAction.Stop, is out of range: "
            + "a limit is 1 to 1,000 restarts within 1 ms to 1 hour, and then FaultAction.Stop or Halt.",
            () => Limited(1, TimeSpan.FromMilliseconds(1))),
        new(
            "NK0803",
            () => Limited(1_001, TimeSpan.FromHours(1)),
            "Plant.cs(5): error NK0803: The restart limit of partition 'control', 1001 within 3600000 ms and then FaultAction.Stop, is out of range: "
            + "a limit is 1 to 1,000 restarts within 1 ms to 1 hour, and then FaultAction.Stop or Halt.",
            () => Limited(1_000, TimeSpan.FromHours(1))),
        new(
            "NK0803",
            () => Limited(3, TimeSpan.FromHours(1) + TimeSpan.FromTicks(1)),
            "Plant.cs(5): error NK0803: The restart limit of partition 'control', 3 within 3600000000.1 us and then FaultAction.Stop, is out of range: "
            + "a limit is 1 to 1,000 restarts within 1 ms to 1 hour, and then FaultAction.Stop or Halt.",
            () => Limited(3, TimeSpan.FromHours(1), FaultAction.Halt)),
        new(
            "NK0803",
            () => Limited(3, TimeSpan.FromSeconds(10), FaultAction.RestartCold),
            "Plant.cs(5): error NK0803: The restart limit of partition 'control', 3 within 10000 ms and then FaultAction.RestartCold, is out of range: "
            + "a limit is 1 to 1,000 restarts within 1 ms to 1 hour, and then FaultAction.Stop or Halt.",
            () => Limited(3, TimeSpan.FromSeconds(10), FaultAction.Stop)),
        new(
            "NK0804",
            () => With(control => control.WithHeartbeat(TimeSpan.FromMicroseconds(500), Sample.File, 5)),
            "Plant.cs(5): error NK0804: Partition 'control' states a heartbeat within 500 us; it can be within 1 ms to 1 minute.",
            () => With(control => control.WithHeartbeat(TimeSpan.FromMilliseconds(1), Sample.File, 5))),
        new(
            "NK0804",
            () => With(control => control.WithHeartbeat(TimeSpan.FromSeconds(61), Sample.File, 5)),
            "Plant.cs(5): error NK0804: Partition 'control' states a heartbeat within 61000 ms; it can be within 1 ms to 1 minute.",
            () => With(control => control.WithHeartbeat(TimeSpan.FromMinutes(1), Sample.File, 5))),
        new(
            "NK0805",
            () => With(control => control.OnFault(FaultEvent.MissedHeartbeat, FaultAction.Restart, Sample.File, 5)),
            "Plant.cs(5): warning NK0805: Partition 'control' states FaultAction.Restart for MissedHeartbeat, which cannot come: no heartbeat is expected of it. "
            + "Add .WithHeartbeat, or remove the statement.",
            () => With(control => control.OnFault(FaultEvent.MissedHeartbeat, FaultAction.Restart, Sample.File, 5).WithHeartbeat(TimeSpan.FromSeconds(1)))),
        new(
            "NK0805",
            () => With(control => control.OnFault(FaultEvent.BudgetExhausted, FaultAction.Stop, Sample.File, 5)),
            "Plant.cs(5): warning NK0805: Partition 'control' states FaultAction.Stop for BudgetExhausted, which cannot come: it has no budget. "
            + "Add .WithBudget, or remove the statement.",
            () => With(control => control
                .OnFault(FaultEvent.BudgetExhausted, FaultAction.Stop, Sample.File, 5)
                .WithBudget(TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(2)))),
        new(
            "NK0805",
            () => With(control => control.OwnsPorts(0x340, 0x347).OnFault(FaultEvent.InterruptStorm, FaultAction.Halt, Sample.File, 5)),
            "Plant.cs(5): warning NK0805: Partition 'control' states FaultAction.Halt for InterruptStorm, which cannot come: it owns no interrupt line. "
            + "Give it the device or the line, or remove the statement.",
            () => With(control => control.OwnsDevice(Relays).OnFault(FaultEvent.InterruptStorm, FaultAction.Halt, Sample.File, 5))),
        new(
            "NK0805",
            () => With(control => control
                .OwnsPciFunction(Card with { UsesInterrupt = false })
                .OnFault(FaultEvent.InterruptStorm, FaultAction.Halt, Sample.File, 5)),
            "Plant.cs(5): warning NK0805: Partition 'control' states FaultAction.Halt for InterruptStorm, which cannot come: it owns no interrupt line. "
            + "Give it the device or the line, or remove the statement.",
            () => With(control => control.OwnsPciFunction(Card).OnFault(FaultEvent.InterruptStorm, FaultAction.Halt, Sample.File, 5))),
        new(
            "NK0806",
            () => With(control => control.OnFault(FaultEvent.IllegalHypercall, FaultAction.Notify, Sample.File, 5)),
            "Plant.cs(5): error NK0806: Partition 'control' states FaultAction.Notify for IllegalHypercall, but no partition watches it, so nobody would be told. "
            + "Add .Watches(control) to the one that is to be told, or state FaultAction.Ignore, Stop, Restart, RestartCold or Halt.",
            () => Watched(control => control.OnFault(FaultEvent.IllegalHypercall, FaultAction.Notify, Sample.File, 5))),
        new(
            "NK0806",
            () => With(control => control
                .WithHeartbeat(TimeSpan.FromSeconds(1))
                .OnFault(FaultEvent.MissedHeartbeat, FaultAction.Notify, Sample.File, 5)),
            "Plant.cs(5): error NK0806: Partition 'control' states FaultAction.Notify for MissedHeartbeat, but no partition watches it, so nobody would be told. "
            + "Add .Watches(control) to the one that is to be told, or state FaultAction.Stop, Restart, RestartCold or Halt.",
            () => Watched(control => control
                .WithHeartbeat(TimeSpan.FromSeconds(1))
                .OnFault(FaultEvent.MissedHeartbeat, FaultAction.Notify, Sample.File, 5))),
        new(
            "NK0808",
            () => With(control => control.OwnsDevice(Relays, Sample.File, 5).OnFault(FaultAction.Restart)),
            "Plant.cs(5): warning NK0808: Partition 'control' can start anew, after a fault, but nothing quiets its device relays, which has IRQ 10: "
            + "it may go on meanwhile. State the bytes that quiet it in its QuietWrites.",
            () => With(control => control.OwnsDevice(Relays with { QuietWrites = [new(0x340, 0)] }, Sample.File, 5).OnFault(FaultAction.Restart))),
        new(
            "NK0808",
            () => Watched(control => control.OwnsDevice(Relays, Sample.File, 5)),
            "Plant.cs(5): warning NK0808: Partition 'control' can start anew, when 'monitor' asks for it, but nothing quiets its device relays, which has "
            + "IRQ 10: it may go on meanwhile. State the bytes that quiet it in its QuietWrites.",
            () => With(control => control.OwnsDevice(Relays, Sample.File, 5))),
        new(
            "NK0808",
            () => With(control => control.OwnsDevice(Relays with { IsBusMaster = true }, Sample.File, 5).OnFault(FaultEvent.FailFast, FaultAction.RestartCold)),
            "Plant.cs(5): warning NK0808: Partition 'control' can start anew, after a fault, but nothing quiets its device relays, which has IRQ 10 and is a "
            + "bus master: it may go on meanwhile. State the bytes that quiet it in its QuietWrites.",
            () => With(control => control
                .OwnsDevice(Relays with { IsBusMaster = true, QuietWrites = [new(0x347, 0)] }, Sample.File, 5)
                .OnFault(FaultEvent.FailFast, FaultAction.RestartCold))) { Accepted = "NK0236" },
        new(
            "NK0808",
            () => With(control => control.OwnsDevice(Relays with { IsBusMaster = true, Interrupts = [] }, Sample.File, 5).OnFault(FaultAction.Restart)),
            "Plant.cs(5): warning NK0808: Partition 'control' can start anew, after a fault, but nothing quiets its device relays, which is a bus master: "
            + "it may go on meanwhile. State the bytes that quiet it in its QuietWrites.",
            () => With(control => control
                .OwnsDevice(Relays with { Interrupts = [] }, Sample.File, 5)
                .OwnsPciFunction(Card with { IsBusMaster = true })
                .OnFault(FaultAction.Restart))) { Accepted = "NK0236" },
        new(
            "NK0809",
            () => With(control => control.OnFault(FaultAction.Stop).WithRestartLimit(5, TimeSpan.FromSeconds(1), file: Sample.File, line: 5)),
            "Plant.cs(5): warning NK0809: Partition 'control' limits its restarts to 5 within 1000 ms, but no fault starts it anew. "
            + "Add .OnFault(FaultAction.Restart), or remove the limit.",
            () => Limited(5, TimeSpan.FromSeconds(1))),
        new(
            "NK0809",
            () => Watched(control => control.WithRestartLimit(5, TimeSpan.FromSeconds(1), file: Sample.File, line: 5)),
            "Plant.cs(5): warning NK0809: Partition 'control' limits its restarts to 5 within 1000 ms, but no fault starts it anew, and what 'monitor' asks "
            + "for does not count. Add .OnFault(FaultAction.Restart), or remove the limit.",
            () => Watched(control => control
                .OnFault(FaultEvent.IllegalHypercall, FaultAction.RestartCold)
                .WithRestartLimit(5, TimeSpan.FromSeconds(1), file: Sample.File, line: 5))),
        new(
            "NK0810",
            () => With(control => control.OwnsDevice(Relays with { QuietWrites = [new(0x340, 0), new(0x348, 0x0B)] }, Sample.File, 5)),
            "Plant.cs(5): error NK0810: Partition 'control' owns relays, whose QuietWrites have 0x0B for port 0x348, but relays has ports 0x340-0x347. "
            + "Correct the port, or add it to the device's Ports.",
            () => With(control => control.OwnsDevice(Relays with { QuietWrites = [new(0x340, 0), new(0x347, 0x0B)] }, Sample.File, 5))),
        new(
            "NK0810",
            () => With(control => control.OwnsDevice(new Device("frame") { Memory = [new(0xE000_0000, 4096)], QuietWrites = [new(0x340, 0)] }, Sample.File, 5)),
            "Plant.cs(5): error NK0810: Partition 'control' owns frame, whose QuietWrites have 0x00 for port 0x340, but frame has no ports. "
            + "Correct the port, or add it to the device's Ports.",
            () => With(control => control.OwnsDevice(new Device("frame") { Memory = [new(0xE000_0000, 4096)] }, Sample.File, 5))),
        new(
            "NK0811",
            () => Replaceable((system, control, _) => control.WithHeartbeat(TimeSpan.FromSeconds(1)).WithHeap(64.KiB())),
            "Plant.cs(5): error NK0811: The image of partition 'control' is to be replaceable, but no partition watches it, so nobody could bring a new one. "
            + "Add .Watches(control) to the one that does.",
            () => Replaceable((system, control, monitor) => Watch(monitor, control).WithHeartbeat(TimeSpan.FromSeconds(1)).WithHeap(64.KiB()))),
        new(
            "NK0811",
            () => Replaceable((system, control, monitor) => Watch(monitor, control).WithHeap(64.KiB())),
            "Plant.cs(5): error NK0811: The image of partition 'control' is to be replaceable, but no heartbeat is expected of it, by which a new one would show "
            + "that it lives. Add .WithHeartbeat.",
            () => Replaceable((system, control, monitor) => Watch(monitor, control).WithHeartbeat(TimeSpan.FromSeconds(1)).WithHeap(64.KiB()))),
        new(
            "NK0811",
            () => Replaceable((system, control, monitor) => Watch(monitor, control).WithHeartbeat(TimeSpan.FromSeconds(1))),
            "Plant.cs(5): error NK0811: The image of partition 'control' is to be replaceable, but it states no heap, whose place may not hang on the size of its "
            + "image. Add .WithHeap.",
            () => Replaceable((system, control, monitor) => Watch(monitor, control).WithHeartbeat(TimeSpan.FromSeconds(1)).WithHeap(64.KiB()))),
        new(
            "NK0811",
            () => With(
                control => control.WithReplaceableImage(Sample.File, 5).WithHeartbeat(TimeSpan.FromSeconds(1)).WithHeap(64.KiB()),
                (control, monitor) => monitor.Watches(control, Sample.File, 8)),
            "Plant.cs(5): error NK0811: The image of partition 'control' is to be replaceable, but the system states no key that new ones are signed for. "
            + "Add .WithImageKey to the system.",
            () => Replaceable((system, control, monitor) => Watch(monitor, control).WithHeartbeat(TimeSpan.FromSeconds(1)).WithHeap(64.KiB()))),
        new(
            "NK0812",
            () => Keyed((_, _, _) => { }),
            "Plant.cs(2): warning NK0812: System 'plant' states a key for new images, but none of its partitions has an image that can be replaced. "
            + "Add .WithReplaceableImage() to one, or remove the key.",
            () => Replaceable((system, control, monitor) => Watch(monitor, control).WithHeartbeat(TimeSpan.FromSeconds(1)).WithHeap(64.KiB()))),
        new(
            "NK0813",
            () => Replaceable((system, control, monitor) => Watch(monitor, control)
                .WithHeartbeat(TimeSpan.FromSeconds(1)).WithMemory(66.MiB()).WithHeap(64.KiB()).WithStack(64.KiB()), Machines.Pc with { Memory = 512.MiB() }),
            "Plant.cs(5): error NK0813: Two images of each partition that has a replaceable one, with their symbols, take 202,352 KiB: 'control' 202,352 KiB. "
            + "There are addresses for 192 MiB. State less memory for one of the partitions, or more stack and heap of it.",
            () => Replaceable((system, control, monitor) => Watch(monitor, control)
                .WithHeartbeat(TimeSpan.FromSeconds(1)).WithMemory(64.MiB()).WithHeap(64.KiB()).WithStack(64.KiB()), Machines.Pc with { Memory = 512.MiB() })),
        new(
            "NK0104",
            () => With(control => control.WithMemory(63.MiB()).OnFault(FaultAction.Restart)),
            "Plant.cs(1): error NK0104: System 'plant' needs 134,072 KiB of RAM (kernel 4 MiB, 'control' 63 MiB with a copy for restarts 64,440 KiB, "
            + "'monitor' 1 MiB), but machine 'pc' has 128 MiB. Give partitions less, or state a larger machine: Machines.Pc with { Memory = 131.MiB() }.",
            () => With(control => control.WithMemory(63.MiB()))),
    ];

    private static Sample Limited(int restarts, TimeSpan within, FaultAction then = FaultAction.Stop) =>
        With(control => control.OnFault(FaultAction.Restart).WithRestartLimit(restarts, within, then, Sample.File, 5));

    private static Sample Watched(Action<PartitionBuilder> state) => With(state, (control, monitor) => monitor.Watches(control, Sample.File, 8));

    private static PartitionBuilder Watch(PartitionBuilder monitor, PartitionBuilder control)
    {
        monitor.Watches(control, Sample.File, 8);
        return control;
    }

    private static Sample Replaceable(Action<SystemBuilder, PartitionBuilder, PartitionBuilder> state, Machine? machine = null) => Keyed(
        (system, control, monitor) => state(system, control.WithReplaceableImage(Sample.File, 5), monitor), machine);

    private static Sample Keyed(Action<SystemBuilder, PartitionBuilder, PartitionBuilder> state, Machine? machine = null)
    {
        var system = SystemBuilder.Create("plant", machine ?? Machines.Pc, Sample.File, 1).WithImageKey("a key", Sample.File, 2);
        state(system, system.AddPartition("control", Sample.Project("Control"), Sample.File, 4), system.AddPartition("monitor", Sample.Project("Monitor"), Sample.File, 7));
        return new Sample(system);
    }

    private static Sample With(Action<PartitionBuilder> state, Action<PartitionBuilder, PartitionBuilder>? wire = null)
    {
        var system = SystemBuilder.Create("plant", Machines.Pc, Sample.File, 1);
        var control = system.AddPartition("control", Sample.Project("Control"), Sample.File, 4);
        var monitor = system.AddPartition("monitor", Sample.Project("Monitor"), Sample.File, 7);
        state(control);
        wire?.Invoke(control, monitor);
        return new Sample(system);
    }
}
