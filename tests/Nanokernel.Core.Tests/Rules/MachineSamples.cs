namespace Nanokernel.Core.Tests.Rules;

/// <summary>Rules about the machine that a system is for.</summary>
internal static class MachineSamples
{
    internal static IEnumerable<RuleSample> All =>
    [
        new(
            "NK0702",
            () => On(Machines.Pc with { Memory = new ByteSize((64 << 20) + 4096) }),
            "Plant.cs(1): error NK0702: Machine 'pc' has 65,540 KiB of RAM; it can be whole MiB, 1 MiB or more. Correct the machine's Memory.",
            () => On(Machines.Pc with { Memory = 64.MiB() })),
        new(
            "NK0703",
            () => On(Machines.Pc with { Devices = Pc.Devices.Remove(Pc.SystemControl).Remove(Pc.PciConfiguration) }),
            "Plant.cs(1): error NK0703: The catalogue of machine 'pc' lacks the system control, the PCI configuration, which only the kernel may "
            + "drive; without an entry, a partition could own it. Add devices to those of the PC: Machines.Pc with { Devices = Pc.Devices.Add(...) }.",
            () => On(Machines.Pc with { Devices = Pc.Devices.Remove(Pc.Ne2000) })),
        new(
            "NK0703",
            () => On(Machines.Pc with
            {
                Devices = Pc.Devices.Replace(Pc.InterruptController, Pc.InterruptController with { Ports = [new(0x20, 0x21), new(0xA0, 0xA1)] }),
            }),
            "Plant.cs(1): error NK0703: The catalogue of machine 'pc' lacks the interrupt controller, which only the kernel may drive; without an "
            + "entry, a partition could own it. Add devices to those of the PC: Machines.Pc with { Devices = Pc.Devices.Add(...) }.",
            () => On(Machines.Pc with
            {
                Devices = Pc.Devices.Replace(Pc.DebugExit, Pc.DebugExit with { Ports = [new(0xF0, 0xFF)] }),
            })),
        new(
            "NK0704",
            () => On(Machines.Pc with
            {
                Devices = Pc.Devices.Add(new Device("CAN0") { Ports = [new(0xFFF0, 0x1000F)], Interrupts = [new(17)] }).Add(new Device("CAN0")),
                EdgeOnlyLines = [0, 1, 2, 8, 13, 16],
            }),
            "Plant.cs(1): error NK0704: The catalogue of machine 'pc' has 2 devices called 'CAN0': a name stands for one device. Correct the entry.\n"
            + "Plant.cs(1): error NK0704: The catalogue of machine 'pc' has ports 0xFFF0-0x1000F of CAN0: a range ends where it starts or later, at "
            + "0xFFFF at most. Correct the entry.\n"
            + "Plant.cs(1): error NK0704: The catalogue of machine 'pc' has IRQ 17 of CAN0: the lines are 0 to 15. Correct the entry.\n"
            + "Plant.cs(1): error NK0704: The catalogue of machine 'pc' has IRQ 16 in EdgeOnlyLines: the lines are 0 to 15. Correct the entry.",
            () => On(Machines.Pc with
            {
                Devices = Pc.Devices.Add(new Device("CAN0") { Ports = [new(0x340, 0x35F)], Interrupts = [new(10)] }),
            })),
    ];

    private static Sample On(Machine machine)
    {
        var system = SystemBuilder.Create("plant", machine, Sample.File, 1);
        system.AddPartition("control", Sample.Project("Control"), Sample.File, 2);
        return new Sample(system);
    }
}
