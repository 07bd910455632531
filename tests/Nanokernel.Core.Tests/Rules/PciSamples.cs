namespace Nanokernel.Core.Tests.Rules;

internal static class PciSamples
{
    private static readonly PciFunction Card = new("card", PciMatch.ById(0x1234, 0x11E8));

    internal static IEnumerable<RuleSample> All =>
    [
        new(
            "NK0001",
            () => Owning(Card with { Name = "Card" }),
            "Plant.cs(3): error NK0001: PCI function name 'Card' is not valid. A name is a lower-case letter and up to 30 lower-case "
            + "letters, digits and hyphens. Did you mean 'card'?",
            () => Owning(Card)),
        new(
            "NK0002",
            () => Two(
                first => first.OwnsPciFunction(Card, Sample.File, 3).OwnsPciFunction(Card with { Match = PciMatch.ByAddress(0, 4) }, Sample.File, 4)),
            "Plant.cs(4): error NK0002: PCI function 'card' is added twice. A name stands for one PCI function: rename one of the two. "
            + "First claim: Plant.cs(3).",
            () => Two(
                first => first.OwnsPciFunction(Card, Sample.File, 3),
                second => second.OwnsPciFunction(Card with { Match = PciMatch.ByAddress(0, 4) }, Sample.File, 5))),
        new(
            "NK0006",
            () => Sixteen(8),
            "Plant.cs(17): error NK0006: 8 partitions of system 'plant' own ports: 'p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'; the "
            + "limit is 7, for each takes an I/O bitmap of 8 KiB in one task segment. Let one partition drive several devices.",
            () => Sixteen(7)),
        new(
            "NK0230",
            () => Two(first => first.OwnsPciFunction(Card, Sample.File, 3), second => second.OwnsPciFunction(Card with { Name = "other" }, Sample.File, 5)),
            "Plant.cs(5): error NK0230: The PCI function 1234:11E8 is owned by partition 'control', as 'card', and by partition 'monitor', "
            + "as 'other'. A function has one owner: remove one, or state the instances if there are several. First claim: Plant.cs(3).",
            () => Two(
                first => first.OwnsPciFunction(Card with { Match = PciMatch.ById(0x1234, 0x11E8, instance: 0) }, Sample.File, 3),
                second => second.OwnsPciFunction(Card with { Match = PciMatch.ById(0x1234, 0x11E8, instance: 1) }, Sample.File, 5))),
        new(
            "NK0231",
            () => Owning(Card with { Match = PciMatch.ByAddress(256, 32, 8) }),
            "Plant.cs(3): error NK0231: The bus of PCI function 'card', claimed by partition 'control', is 256; it can be 0 to 255.\n"
            + "Plant.cs(3): error NK0231: The device number of PCI function 'card', claimed by partition 'control', is 32; it can be 0 to 31.\n"
            + "Plant.cs(3): error NK0231: The function number of PCI function 'card', claimed by partition 'control', is 8; it can be 0 to 7.",
            () => Owning(Card with { Match = PciMatch.ByAddress(255, 31, 7) })),
        new(
            "NK0231",
            () => Owning(Card with { Match = PciMatch.ById(0xFFFF, 1) }),
            "Plant.cs(3): error NK0231: The vendor ID of PCI function 'card', claimed by partition 'control', is 65535; it can be 0 to 65534.",
            () => Owning(Card with { Match = PciMatch.ByClass(0xFF, 0xFF, 0xFF) })),
        new(
            "NK0232",
            () => Owning(Card with { Bars = [PciBar.Memory(6, 4.KiB())] }),
            "Plant.cs(3): error NK0232: BAR 6 (4 KiB of memory) of PCI function 'card', claimed by partition 'control', has an index that "
            + "is not 0 to 5. State the BAR as the device's manual has it.",
            () => Owning(Card with { Bars = [PciBar.Memory(5, 4.KiB())] })),
        new(
            "NK0232",
            () => Owning(Card with { Bars = [PciBar.Memory(0, 12.KiB())] }),
            "Plant.cs(3): error NK0232: BAR 0 (12 KiB of memory) of PCI function 'card', claimed by partition 'control', has a size that "
            + "is not a power of two. State the BAR as the device's manual has it.",
            () => Owning(Card with { Bars = [PciBar.Memory(0, new ByteSize(16))] })),
        new(
            "NK0232",
            () => Owning(Card with { Bars = [PciBar.Ports(1, 512)] }),
            "Plant.cs(3): error NK0232: BAR 1 (512 ports) of PCI function 'card', claimed by partition 'control', has not 4 to 256 ports. "
            + "State the BAR as the device's manual has it.",
            () => Owning(Card with { Bars = [PciBar.Ports(1, 256)] })),
        new(
            "NK0232",
            () => Owning(Card with { Bars = [PciBar.Memory(1, 256.MiB())] }),
            "Plant.cs(3): error NK0232: BAR 1 (256 MiB of memory) of PCI function 'card', claimed by partition 'control', has not 16 bytes "
            + "to 128 MiB of memory. State the BAR as the device's manual has it.",
            () => Owning(Card with { Bars = [PciBar.Memory(1, 128.MiB())] })),
        new(
            "NK0233",
            () => Owning(Card with { Bars = [PciBar.Memory(0, 4.KiB()), PciBar.Ports(0, 32)] }),
            "Plant.cs(3): error NK0233: PCI function 'card', claimed by partition 'control', states BAR 0 twice: BAR 0 (4 KiB of memory) "
            + "and BAR 0 (32 ports). Remove one, or correct its index.",
            () => Owning(Card with { Bars = [PciBar.Memory(0, 4.KiB()), PciBar.Ports(1, 32)] })),
        new(
            "NK0234",
            () => Many(9),
            "Plant.cs(9): error NK0234: Partition 'control' owns 9 PCI functions; the limit is 8. 'card8' is the first that is too many: "
            + "divide the partition.",
            () => Many(8)),
        new(
            "NK0235",
            () => Owning(Card with { Bars = [PciBar.Memory(0, 128.MiB()), PciBar.Memory(1, new ByteSize(16))] }),
            "Plant.cs(3): error NK0235: With BAR 1 (16 bytes of memory) of PCI function 'card', partition 'control' has 131,076 KiB of device "
            + "memory; it can see 128 MiB. Leave out BARs that it does not use, or give functions to another partition.",
            () => Owning(Card with { Bars = [PciBar.Memory(0, 64.MiB()), PciBar.Memory(1, 64.MiB())] })),
        new(
            "NK0236",
            () => Owning(Card with { IsBusMaster = true }),
            "Plant.cs(3): warning NK0236: PCI function 'card' of partition 'control' may master the bus: it can read and write all memory, "
            + "that of the kernel and of 'monitor' too. No IOMMU confines it. Leave IsBusMaster out if the partition works without, or "
            + "trust 'control' with the machine.",
            () => Owning(Card)),
        new(
            "NK0241",
            () => Owning(Card with { InterruptLimit = new(0, TimeSpan.FromMilliseconds(1)) }),
            "Plant.cs(3): error NK0241: The limit of PCI function 'card' (1234:11E8) of partition 'control', 0 in 1 ms, is out of range: a "
            + "limit is 1 interrupt or more, within 1 microsecond to 1 minute.",
            () => Owning(Card with { InterruptLimit = new(1, TimeSpan.FromMilliseconds(1)) })),
    ];

    private static Sample Owning(PciFunction function) => Two(first => first.OwnsPciFunction(function, Sample.File, 3));

    private static Sample Two(Action<PartitionBuilder> first, Action<PartitionBuilder>? second = null) =>
        PortSamples.Two(first, second ?? (_ => { }));

    private static Sample Many(int count) => Two(first =>
    {
        for (var i = 0; i < count; i++)
            first.OwnsPciFunction(new PciFunction($"card{i}", PciMatch.ByAddress(0, i)), Sample.File, i + 1);
    });

    /// <summary>Partitions of which some have ports by a BAR.</summary>
    private static Sample Sixteen(int owners)
    {
        var system = SystemBuilder.Create("plant", Machines.Pc, Sample.File, 1);
        for (var i = 0; i < owners; i++)
        {
            system.AddPartition($"p{i}", Sample.Project($"P{i}"), Sample.File, i + 10)
                .OwnsPciFunction(new PciFunction("card", PciMatch.ByAddress(0, i)) { Bars = [PciBar.Ports(0, 32)] }, Sample.File, i + 30);
        }

        return new Sample(system);
    }
}
