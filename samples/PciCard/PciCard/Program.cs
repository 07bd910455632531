// A card on the PCI bus: found by its vendor and device ID, driven by the one partition that owns it.
var card = new PciFunction("card", PciMatch.ById(0x1234, 0x11E8))
{
    Description = "QEMU's device for teaching",
    Bars = [PciBar.Memory(0, 1.MiB())],
    UsesInterrupt = true,
};

var system = SystemBuilder.Create("pci-card", Machines.Pc with { EmulatorDevices = ["edu"] });

system.AddPartition("driver", Projects.Driver)
    .WithMemory(512.KiB())
    .OwnsPciFunction(card);

return system.Run(args);
