namespace Nanokernel.Core.Tests.Rules;

internal static class InterruptSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        new(
            "NK0204",
            () => PortSamples.Two(first => first.OwnsDevice(Pc.Com1, Sample.File, 3), second => second.OwnsDevice(Pc.Com1, Sample.File, 5)),
            "Plant.cs(5): error NK0204: IRQ 4 (COM1) is owned by partition 'control' and by partition 'monitor'. "
            + "An interrupt line has one owner: remove one, or pass its data over a channel. First claim: Plant.cs(3).",
            () => PortSamples.Two(
                first => first.OwnsDevice(Pc.Com1, Sample.File, 3),
                second => second.OwnsDevice(Pc.Com2, Sample.File, 5))),
        new(
            "NK0204",
            () => PortSamples.Two(first => first.OwnsDevice(Pc.Com1, Sample.File, 3), second => second.OwnsDevice(Pc.Com3, Sample.File, 5)),
            "Plant.cs(5): error NK0204: IRQ 4 is owned by partition 'control' (COM1) and by partition 'monitor' (COM3). "
            + "An interrupt line has one owner: remove one, or pass its data over a channel. First claim: Plant.cs(3).",
            () => PortSamples.Two(first => first.OwnsDevice(Pc.Com1, Sample.File, 3).OwnsDevice(Pc.Com3, Sample.File, 5))),
        new(
            "NK0205",
            () => PortSamples.Two(first => first.OwnsInterrupt(0, InterruptTrigger.Edge, Sample.File, 3)),
            "Plant.cs(3): error NK0205: IRQ 0 of partition 'control' is the line of the interval timer, which only the kernel drives: "
            + "the kernel keeps the time of all partitions by it. Choose another line.",
            () => PortSamples.Two(first => first.OwnsInterrupt(1, InterruptTrigger.Edge, Sample.File, 3))),
        new(
            "NK0206",
            () => PortSamples.Two(first => first.OwnsInterrupt(16, InterruptTrigger.Level, Sample.File, 3)),
            "Plant.cs(3): error NK0206: IRQ 16 of partition 'control' does not exist: the lines of machine 'pc' are 0 to 15.",
            () => PortSamples.Two(first => first.OwnsInterrupt(15, InterruptTrigger.Level, Sample.File, 3))),
        new(
            "NK0207",
            () => PortSamples.Two(first => first.OwnsInterrupt(8, InterruptTrigger.Level, Sample.File, 3)),
            "Plant.cs(3): error NK0207: IRQ 8 of partition 'control' is stated as level-triggered, but machine 'pc' wires lines "
            + "0, 1, 2, 8, 13 to be edge-triggered. State InterruptTrigger.Edge.",
            () => PortSamples.Two(first => first.OwnsInterrupt(8, InterruptTrigger.Edge, Sample.File, 3))),
        new(
            "NK0211",
            () => PortSamples.Two(
                first => first.OwnsInterrupt(4, InterruptTrigger.Edge, Sample.File, 3),
                second => second.OwnsPorts(0x3F8, 0x3FF, Sample.File, 5)),
            "Plant.cs(3): warning NK0211: Partition 'control' owns IRQ 4, the line of COM1, but partition 'monitor' owns the "
            + "ports of COM1. "
            + "Give both to one partition: OwnsDevice does. First claim: Plant.cs(5).",
            () => PortSamples.Two(
                first => first.OwnsInterrupt(4, InterruptTrigger.Edge, Sample.File, 3).OwnsPorts(0x3F8, 0x3FF, Sample.File, 5))),
        new(
            "NK0212",
            () => PortSamples.Two(
                first => first.OwnsDevice(Pc.Ne2000, Sample.File, 3).OwnsInterrupt(9, InterruptTrigger.Level, Sample.File, 4)),
            "Plant.cs(4): error NK0212: Partition 'control' states IRQ 9 (NE2000) both as edge-triggered and as level-triggered. "
            + "A line has one trigger: correct one of the two. First claim: Plant.cs(3).",
            () => PortSamples.Two(
                first => first.OwnsDevice(Pc.Ne2000, Sample.File, 3).OwnsInterrupt(10, InterruptTrigger.Level, Sample.File, 4))),
    ];
}
