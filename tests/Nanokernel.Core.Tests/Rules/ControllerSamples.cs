using Nanokernel.Model;

namespace Nanokernel.Core.Tests.Rules;

/// <summary>Rules about controllers, timers, triggers and limits.</summary>
internal static class ControllerSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        new(
            "NK0240",
            () => Using(system => system
                .UsesInterruptController(InterruptControllerKind.Intel8259, Sample.File, 3).UsesTimer(TimerKind.Hpet, Sample.File, 4)),
            "Plant.cs(4): error NK0240: System 'plant' uses the timer Hpet, which interrupts by the APIC, but its interrupt controller is "
            + "Intel8259. State UsesInterruptController(InterruptControllerKind.Apic), or UsesTimer(TimerKind.Intel8254). "
            + "First claim: Plant.cs(3).",
            () => Using(system => system
                .UsesInterruptController(InterruptControllerKind.Apic, Sample.File, 3).UsesTimer(TimerKind.Hpet, Sample.File, 4))),
        new(
            "NK0240",
            () => Using(system => system.UsesTimer(TimerKind.LocalApic, Sample.File, 4)),
            "Plant.cs(4): error NK0240: System 'plant' uses the timer LocalApic, which interrupts by the APIC, but its interrupt controller "
            + "is Intel8259. State UsesInterruptController(InterruptControllerKind.Apic), or UsesTimer(TimerKind.Intel8254).",
            () => Using(system => system.UsesTimer(TimerKind.Intel8254, Sample.File, 4))),
        new(
            "NK0241",
            () => Limited(3, 0, TimeSpan.FromMilliseconds(1)),
            "Plant.cs(4): error NK0241: The limit of IRQ 3 of partition 'control', 0 in 1 ms, is out of range: a limit is 1 interrupt or "
            + "more, within 1 microsecond to 1 minute.",
            () => Limited(3, 1, TimeSpan.FromMilliseconds(1))),
        new(
            "NK0241",
            () => Limited(3, 1000, TimeSpan.FromMinutes(2)),
            "Plant.cs(4): error NK0241: The limit of IRQ 3 of partition 'control', 1,000 in 120000 ms, is out of range: a limit is 1 "
            + "interrupt or more, within 1 microsecond to 1 minute.",
            () => Limited(3, 1000, TimeSpan.FromMinutes(1))),
        new(
            "NK0242",
            () => Limited(4, 1000, TimeSpan.FromSeconds(1)),
            "Plant.cs(4): error NK0242: Partition 'control' limits IRQ 4, which partition 'monitor' owns. State the limit at the partition "
            + "that owns the line.",
            () => Limited(3, 1000, TimeSpan.FromSeconds(1))),
        new(
            "NK0242",
            () => Limited(5, 1000, TimeSpan.FromSeconds(1)),
            "Plant.cs(4): error NK0242: Partition 'control' limits IRQ 5, which nobody owns. State the limit at the partition that owns the "
            + "line.",
            () => Limited(3, 1000, TimeSpan.FromSeconds(1))),
        new(
            "NK0243",
            () => PortSamples.Two(
                first => first.OwnsPorts(0x3F8, 0x3FF, Sample.File, 3).OwnsInterrupt(4, InterruptTrigger.Level, Sample.File, 4)),
            "Plant.cs(4): warning NK0243: Partition 'control' states IRQ 4 as level-triggered, but COM1, whose ports it owns, is "
            + "edge-triggered in the catalogue of machine 'pc': interrupts can be lost, or come for ever. State InterruptTrigger.Edge, or "
            + "give it by OwnsDevice.",
            () => PortSamples.Two(
                first => first.OwnsPorts(0x3F8, 0x3FF, Sample.File, 3).OwnsInterrupt(4, InterruptTrigger.Edge, Sample.File, 4))),
        new(
            "NK0244",
            () => Completing(false),
            "Plant.cs(3): warning NK0244: IRQ 11 of partition 'control' is level-triggered, so it stays masked behind each interrupt until "
            + "its owner completes it, but nothing in partition project 'Silent' calls Interrupts.Complete or Interrupts.Unmask: it would "
            + "interrupt once. Complete it in its handler.",
            () => Completing(true)),
        new(
            "NK0245",
            () => PortSamples.Two(first => first.OwnsPorts(0x3F8, 0x3FF, Sample.File, 3)),
            "Plant.cs(3): warning NK0245: Partition 'control' owns the ports of COM1, but nobody owns its line, IRQ 4: its interrupts are "
            + "never seen. Give it by OwnsDevice; if it is polled, own a device without lines: OwnsDevice(device with { Interrupts = [] }).",
            () => PortSamples.Two(first => first.OwnsDevice(Pc.Com1 with { Interrupts = [] }, Sample.File, 3))),
        new(
            "NK0701",
            () => On(Machines.Pc with { IoApicAddress = 0xFEC0_0800 }),
            "Plant.cs(1): error NK0701: Machine 'pc' has the registers of the I/O APIC at 0xFEC00800, which is no multiple of 4 KiB. Correct "
            + "the machine's IoApicAddress.",
            () => On(Machines.Pc)),
        new(
            "NK0701",
            () => On(Machines.Pc with { LocalApicAddress = 0x0100_0000, HpetAddress = 0xFEC0_0000 }),
            "Plant.cs(1): error NK0701: Machine 'pc' has the registers of the local APIC at 0x01000000, which is in its 128 MiB of RAM. Correct "
            + "the machine's LocalApicAddress.\n"
            + "Plant.cs(1): error NK0701: Machine 'pc' has the registers of the HPET at 0xFEC00000, which is where its I/O APIC is. Correct the "
            + "machine's HpetAddress.",
            () => On(Machines.Pc with { LocalApicAddress = 0xFEE1_0000 })),
    ];

    private static Sample Using(Action<SystemBuilder> statements)
    {
        var system = SystemBuilder.Create("plant", Machines.Pc, Sample.File, 1);
        system.AddPartition("control", Sample.Project("Control"), Sample.File, 2);
        statements(system);
        return new Sample(system);
    }

    private static Sample On(Machine machine)
    {
        var system = SystemBuilder.Create("plant", machine, Sample.File, 1);
        system.AddPartition("control", Sample.Project("Control"), Sample.File, 2);
        system.UsesInterruptController(InterruptControllerKind.Apic, Sample.File, 3).UsesTimer(TimerKind.Hpet, Sample.File, 4);
        return new Sample(system);
    }

    private static Sample Limited(int line, int interrupts, TimeSpan within) => PortSamples.Two(
        first => first.OwnsDevice(Pc.Com2, Sample.File, 3).WithInterruptLimit(line, interrupts, within, Sample.File, 4),
        second => second.OwnsDevice(Pc.Com1, Sample.File, 6));

    private static Sample Completing(bool completes)
    {
        // Stands for the core library: what counts is that the partition refers to the member.
        var compiler = AssemblySamples.Compiler;
        var runtime = compiler.Compile(
            "CompletingRuntime", "namespace Nanokernel { public static class Interrupts { public static void Complete(int line) { } public static void Attach(int line) { } } }");
        var project = completes
            ? compiler.Partition("Completing", "static void Main() { Nanokernel.Interrupts.Attach(11); Nanokernel.Interrupts.Complete(11); }", runtime)
            : compiler.Partition("Silent", "static void Main() => Nanokernel.Interrupts.Attach(11);", runtime);
        var system = SystemBuilder.Create("plant", Machines.Pc, Sample.File, 1);
        system.AddPartition("control", project, Sample.File, 2).OwnsInterrupt(11, InterruptTrigger.Level, Sample.File, 3);
        return new Sample(system, readsAssemblies: true);
    }
}
