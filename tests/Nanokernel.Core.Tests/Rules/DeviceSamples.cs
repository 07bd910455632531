namespace Nanokernel.Core.Tests.Rules;

internal static class DeviceSamples
{
    private static readonly Device Relays = new("relays") { Ports = [new(0x340, 0x347)] };

    internal static IEnumerable<RuleSample> All =>
    [
        new(
            "NK0208",
            () => PortSamples.Two(first => first.OwnsDevice(Relays, Sample.File, 3), second => second.OwnsDevice(Relays, Sample.File, 5)),
            "Plant.cs(5): error NK0208: relays is owned by partition 'control' and by partition 'monitor'. "
            + "A device has one owner: remove one, or pass its data over a channel. First claim: Plant.cs(3).",
            () => PortSamples.Two(first => first.OwnsDevice(Relays, Sample.File, 3))),
        new(
            "NK0209",
            () => PortSamples.Two(first => first.OwnsDevice(Pc.DmaController, Sample.File, 3)),
            "Plant.cs(3): error NK0209: The DMA controller, claimed by partition 'control', is driven by the kernel only: "
            + "it reaches the memory of every partition. Remove the claim.",
            () => PortSamples.Two(first => first.OwnsDevice(Pc.RealTimeClock, Sample.File, 3))),
        new(
            "NK0210",
            () => PortSamples.Two(first => first.OwnsDevice(Pc.Com1, Sample.File, 3).OwnsDevice(Pc.Com1, Sample.File, 4)),
            "Plant.cs(4): warning NK0210: Partition 'control' claims COM1 a second time. Remove one of the two claims. "
            + "First claim: Plant.cs(3).",
            () => PortSamples.Two(first => first.OwnsDevice(Pc.Com1, Sample.File, 3).OwnsDevice(Pc.Com2, Sample.File, 4))),
        new(
            "NK0210",
            () => PortSamples.Two(first => first.OwnsDevice(Pc.Com1, Sample.File, 3).OwnsPorts(0x3FF, 0x410, Sample.File, 4)),
            "Plant.cs(4): warning NK0210: Partition 'control' claims ports 0x3FF a second time. Remove one of the two claims. "
            + "First claim: Plant.cs(3).",
            () => PortSamples.Two(first => first.OwnsDevice(Pc.Com1, Sample.File, 3).OwnsPorts(0x400, 0x410, Sample.File, 4))),
        new(
            "NK0210",
            () => PortSamples.Two(
                first => first.OwnsDevice(Pc.Com1, Sample.File, 3).OwnsInterrupt(4, InterruptTrigger.Edge, Sample.File, 4)),
            "Plant.cs(4): warning NK0210: Partition 'control' claims IRQ 4 (COM1) a second time. Remove one of the two claims. "
            + "First claim: Plant.cs(3).",
            () => PortSamples.Two(
                first => first.OwnsDevice(Pc.Com1, Sample.File, 3).OwnsInterrupt(5, InterruptTrigger.Edge, Sample.File, 4))),
        new(
            "NK0213",
            () => PortSamples.Two(first => first.OwnsDevice(Pc.VgaText, Sample.File, 3)),
            "Plant.cs(3): warning NK0213: Partition 'control' owns VGA text, but its memory at 0xB8000-0xBFFFF is not mapped "
            + "into partitions "
            + "in this version; its ports are.",
            () => PortSamples.Two(first => first.OwnsPorts(0x3C0, 0x3DF, Sample.File, 3))),
    ];
}
