using Nanokernel.Manifests;

namespace Nanokernel.Core.Tests.Rules;

/// <summary>Rules that hold what a partition is given against what its code calls.</summary>
internal static class RightSamples
{
    private static readonly Device s_display = new("display") { Memory = [new(0xE000_0000, 0x1000)] };

    private static readonly PciFunction s_card = new("card", PciMatch.ById(0x10EC, 0x8029)) { Bars = [PciBar.Ports(0, 32)], UsesInterrupt = true };

    internal static IEnumerable<RuleSample> All =>
    [
        new(
            "NK0012",
            () => Using(RuntimeUses.Ports, first => first.OwnsDevice(Pc.Com2, Sample.File, 3)),
            "Plant.cs(3): warning NK0012: Partition 'control' has IRQ 3 (COM2), but nothing in partition project 'Control' calls Interrupts.Attach. "
            + "Attach a handler; if the device is polled, own it without lines: device with { Interrupts = [] }.",
            () => Using(RuntimeUses.Ports, first => first.OwnsDevice(Pc.Com2 with { Interrupts = [] }, Sample.File, 3))),
        new(
            "NK0012",
            () => Using(RuntimeUses.None, first => first.OwnsDevice(s_display, Sample.File, 3).OwnsDevice(Pc.Ne2000, Sample.File, 4)),
            "Plant.cs(3): warning NK0012: Partition 'control' has display, but nothing in partition project 'Control' calls DeviceMemory.At. "
            + "Use it, or leave it out.\n"
            + "Plant.cs(4): warning NK0012: Partition 'control' has NE2000, but nothing in partition project 'Control' calls Interrupts.Attach or "
            + "IoPort. Use it, or leave it out.",
            () => Using(RuntimeUses.None, first => first.OwnsDevice(Pc.Com1, Sample.File, 3).WithConsole(Pc.Com1))),
        new(
            "NK0012",
            () => Using(RuntimeUses.None, first => first.OwnsPorts(0x300, 0x31F, Sample.File, 3).OwnsInterrupt(5, file: Sample.File, line: 4)),
            "Plant.cs(3): warning NK0012: Partition 'control' has ports 0x300-0x31F, but nothing in partition project 'Control' calls IoPort. Use "
            + "them, or leave them out.\n"
            + "Plant.cs(4): warning NK0012: Partition 'control' has IRQ 5, but nothing in partition project 'Control' calls Interrupts.Attach. Attach "
            + "a handler, or leave the line out.",
            () => Using(
                RuntimeUses.Ports | RuntimeUses.AttachesInterrupts,
                first => first.OwnsPorts(0x300, 0x31F, Sample.File, 3).OwnsInterrupt(5, file: Sample.File, line: 4))),
        new(
            "NK0012",
            () => Using(RuntimeUses.None, first => first.MayEndSystem().HandlesExceptions()),
            "Plant.cs(2): warning NK0012: Partition 'control' has the right to end the system, but nothing in partition project 'Control' calls "
            + "Machine.EndSystem. Leave MayEndSystem() out.\n"
            + "Plant.cs(2): warning NK0012: Partition 'control' has a right to its own exceptions, but nothing in partition project 'Control' calls "
            + "Exceptions.Attach. Leave HandlesExceptions() out.",
            () => Using(RuntimeUses.EndsSystem | RuntimeUses.HandlesExceptions, first => first.MayEndSystem().HandlesExceptions())),
        new(
            "NK0012",
            () => Using(RuntimeUses.CompletesInterrupts, first => first.OwnsPciFunction(s_card, Sample.File, 3)),
            "Plant.cs(3): warning NK0012: Partition 'control' has PCI function 'card', but nothing in partition project 'Control' calls "
            + "PciFunction.Find. Use it, or leave it out.",
            () => Using(RuntimeUses.All, first => first.OwnsPciFunction(s_card, Sample.File, 3).OwnsDevice(s_display).MayEndSystem().HandlesExceptions())),
        new(
            "NK0012",
            () => Using(RuntimeUses.CompletesInterrupts | RuntimeUses.PciFunctions, first => first.OwnsPciFunction(s_card, Sample.File, 3)),
            "Plant.cs(3): warning NK0012: Partition 'control' has the interrupt of PCI function 'card', but nothing in partition project 'Control' "
            + "calls Interrupts.Attach. Attach a handler, or leave UsesInterrupt out.",
            () => Using(RuntimeUses.PciFunctions, first => first.OwnsPciFunction(s_card with { UsesInterrupt = false }, Sample.File, 3))),
        new(
            "NK0244",
            () => Using(RuntimeUses.PciFunctions | RuntimeUses.AttachesInterrupts, first => first.OwnsPciFunction(s_card, Sample.File, 3)),
            "Plant.cs(3): warning NK0244: The line of PCI function 'card' (10EC:8029) of partition 'control' is level-triggered, so it stays masked behind "
            + "each interrupt until its owner completes it, but nothing in partition project 'Control' calls Interrupts.Complete or "
            + "Interrupts.Unmask: it would interrupt once. Complete it in its handler.",
            () => Using(
                RuntimeUses.PciFunctions | RuntimeUses.AttachesInterrupts | RuntimeUses.CompletesInterrupts,
                first => first.OwnsPciFunction(s_card, Sample.File, 3))),
        new(
            "NK0013",
            () => Using(RuntimeUses.All & ~RuntimeUses.CompletesInterrupts, _ => { }),
            "Plant.cs(2): warning NK0013: Partition project 'Control' calls Interrupts.Attach, but partition 'control' owns no interrupt line: the "
            + "call would stop it. State OwnsDevice or OwnsInterrupt.\n"
            + "Plant.cs(2): warning NK0013: Partition project 'Control' calls IoPort, but partition 'control' owns no ports: the call would stop it. "
            + "State OwnsDevice or OwnsPorts.\n"
            + "Plant.cs(2): warning NK0013: Partition project 'Control' calls DeviceMemory.At, but partition 'control' owns no device with memory: the "
            + "call would stop it. State OwnsDevice.\n"
            + "Plant.cs(2): warning NK0013: Partition project 'Control' calls PciFunction.Find, but partition 'control' owns no PCI function: the call "
            + "would stop it. State OwnsPciFunction.\n"
            + "Plant.cs(2): warning NK0013: Partition project 'Control' calls Exceptions.Attach, but partition 'control' has no right to its own "
            + "exceptions: the call would stop it. State HandlesExceptions().\n"
            + "Plant.cs(2): warning NK0013: Partition project 'Control' calls Machine.EndSystem, but partition 'control' has no right to end the "
            + "system: the call would stop it. State MayEndSystem().",
            () => Using(
                RuntimeUses.All,
                first => first.OwnsDevice(Pc.Com2).OwnsDevice(s_display).OwnsPciFunction(s_card).MayEndSystem().HandlesExceptions())),
        new(
            "NK0013",
            () => Using(RuntimeUses.Ports, _ => { }),
            "Plant.cs(2): warning NK0013: Partition project 'Control' calls IoPort, but partition 'control' owns no ports: the call would stop it. "
            + "State OwnsDevice or OwnsPorts.",
            () => Using(RuntimeUses.Ports | RuntimeUses.HandlesExceptions, first => first.HandlesExceptions())),
        new(
            "NK0513",
            () => Running(RuntimeUses.None, Priority.High),
            "Plant.cs(2): warning NK0513: Partition 'control', of priority 128 (High), has no budget, and nothing in partition project 'Control' "
            + "waits: until its Main returns, 'monitor' cannot run. State WithBudget for it, give it the lowest priority, or let it wait "
            + "(Clock.Sleep, Processor.Wait, Receive).",
            () => Running(RuntimeUses.None, Priority.Normal)),
        new(
            "NK0513",
            () => Reading(computes: true),
            "Plant.cs(2): warning NK0513: Partition 'control', of priority 128 (High), has no budget, and nothing in partition project 'Computing' "
            + "waits: until its Main returns, 'monitor' cannot run. State WithBudget for it, give it the lowest priority, or let it wait "
            + "(Clock.Sleep, Processor.Wait, Receive).",
            () => Reading(computes: false)),
        new(
            "NK0814",
            () => Using(RuntimeUses.Waits, Watched),
            "Plant.cs(3): warning NK0814: Partition 'control' states a heartbeat within 50 ms, but nothing in partition project 'Control' calls Heartbeat.Beat: "
            + "each would be missed. Beat in its loop, or leave WithHeartbeat out.",
            () => Using(RuntimeUses.Beats, Watched)),
    ];

    private static void Watched(PartitionBuilder first) => first.WithHeartbeat(TimeSpan.FromMilliseconds(50), Sample.File, 3);

    private static Sample Using(RuntimeUses uses, Action<PartitionBuilder> first)
    {
        var system = SystemBuilder.Create("plant", Machines.Pc, Sample.File, 1);
        first(system.AddPartition("control", Sample.Project("Control"), Sample.File, 2));
        return new Sample(system).Using("control", uses);
    }

    /// <summary>What the code calls is read from its IL; the member of a generic type is one of a type specification there.</summary>
    private static Sample Reading(bool computes)
    {
        var compiler = AssemblySamples.Compiler;
        var project = compiler.Partition(computes ? "Computing" : "Waiting", $"static int Main() => default(Receiver<int>).{(computes ? "Capacity" : "Receive()")};");
        var system = SystemBuilder.Create("plant", Machines.Pc, Sample.File, 1);
        system.AddPartition("control", project, Sample.File, 2).WithPriority(Priority.High);
        system.AddPartition("monitor", project, Sample.File, 3);
        return new Sample(system, readsAssemblies: true);
    }

    private static Sample Running(RuntimeUses uses, Priority priority) => PortSamples.Two(
        first => first.WithPriority(priority, Sample.File, 3), _ => { }).Using("control", uses);
}
