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
            "NK0220",
            () => PortSamples.Two(first => first.OwnsDevice(Frame(0x0200_0000), Sample.File, 3)),
            "Plant.cs(3): error NK0220: The memory 0x2000000-0x2000FFF of frame, claimed by partition 'control', reaches into RAM at "
            + "0x100000-0x7FFFFFF. Memory is mapped in pages of 4 KiB. State where the device really is.",
            () => PortSamples.Two(first => first.OwnsDevice(Frame(0xE000_0000), Sample.File, 3))),
        new(
            "NK0220",
            () => PortSamples.Two(first => first.OwnsDevice(Frame(0xFEDF_F800), Sample.File, 3)),
            "Plant.cs(3): error NK0220: The memory 0xFEDFF800-0xFEE007FF of frame, claimed by partition 'control', reaches into the "
            + "local APIC at 0xFEE00000-0xFEE00FFF. Memory is mapped in pages of 4 KiB. State where the device really is.",
            () => PortSamples.Two(first => first.OwnsDevice(Frame(0xFEDF_F000), Sample.File, 3))),
        new(
            "NK0220",
            () => PortSamples.Two(first => first.OwnsDevice(Frame(0xFFFF_F001), Sample.File, 3)),
            "Plant.cs(3): error NK0220: The memory 0xFFFFF001-0x100000000 of frame, claimed by partition 'control', is empty or goes "
            + "beyond 4 GiB. Memory is mapped in pages of 4 KiB. State where the device really is.",
            () => PortSamples.Two(first => first.OwnsDevice(Frame(0xFFFF_F000), Sample.File, 3))),
        new(
            "NK0220",
            () => PortSamples.Two(first => first.OwnsDevice(Frame(0xE000_0000, 0x0800_1000), Sample.File, 3)),
            "Plant.cs(3): error NK0220: The memory 0xE0000000-0xE8000FFF of frame, claimed by partition 'control', goes beyond the 128 "
            + "MiB of device memory that a partition can have. Memory is mapped in pages of 4 KiB. State where the device really is.",
            () => PortSamples.Two(first => first.OwnsDevice(Frame(0xE000_0000, 0x0800_0000), Sample.File, 3))),
        new(
            "NK0221",
            () => PortSamples.Two(
                first => first.OwnsDevice(Pc.VgaText, Sample.File, 3), second => second.OwnsDevice(Frame(0xB_FFF0, 4), Sample.File, 5)),
            "Plant.cs(5): error NK0221: The memory 0xB8000-0xBFFFF of VGA text, claimed by partition 'control', and 0xBFFF0-0xBFFF3 of "
            + "frame, claimed by partition 'monitor', have a page in common. A page has one owner: give both devices to one partition. "
            + "First claim: Plant.cs(3).",
            () => PortSamples.Two(
                first => first.OwnsDevice(Pc.VgaText, Sample.File, 3), second => second.OwnsDevice(Frame(0xC_0000, 4), Sample.File, 5))),
        new(
            "NK0222",
            () => PortSamples.Two(
                first => first.OwnsDevice(Frame(0xE000_0000), Sample.File, 3).OwnsDevice(Registers(MemoryCaching.WriteCombining), Sample.File, 4)),
            "Plant.cs(4): error NK0222: The memory 0xE0000000-0xE0000FFF of frame is uncached, and 0xE0000F00-0xE0000FFF of registers is "
            + "write-combining, but they have a page in common, which is cached in one way only. State the same for both in partition "
            + "'control'. First claim: Plant.cs(3).",
            () => PortSamples.Two(
                first => first.OwnsDevice(Frame(0xE000_0000), Sample.File, 3).OwnsDevice(Registers(MemoryCaching.Uncached), Sample.File, 4))),
        new(
            "NK0223",
            () => PortSamples.Two(
                first => first.OwnsDevice(Registers(MemoryCaching.WriteBack) with { Interrupts = [new(10)] }, Sample.File, 3)),
            "Plant.cs(3): error NK0223: The memory 0xE0000F00-0xE0000FFF of registers, claimed by partition 'control', is write-back, but "
            + "registers has IRQ 10, so it does more than keep data: what is written would reach it late or never, and what it writes would "
            + "not be seen. State another kind of caching.",
            () => PortSamples.Two(first => first.OwnsDevice(Registers(MemoryCaching.WriteBack), Sample.File, 3))),
    ];

    private static Device Frame(uint address, uint bytes = 4096) => new("frame") { Memory = [new(address, bytes)] };

    private static Device Registers(MemoryCaching caching) => new("registers") { Memory = [new(0xE000_0F00, 0x100, caching)] };
}
