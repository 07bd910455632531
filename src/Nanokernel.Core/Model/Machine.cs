using System.Collections.Immutable;

namespace Nanokernel;

/// <summary>
/// A kind of machine: what it has, and what of it the kernel keeps. A variant is <c>Machines.Pc with { Memory = 64.MiB() }</c>.
/// </summary>
/// <param name="Name">The name in reports.</param>
public sealed record Machine(string Name)
{
    /// <summary>The number of interrupt lines of the controller pair.</summary>
    public const int InterruptLineCount = 16;

    /// <summary>How much RAM the machine has, from physical address 0 on; the emulator is started with it.</summary>
    public ByteSize Memory { get; init; } = ByteSize.FromMebibytes(128);

    /// <summary>The devices, those of the kernel among them.</summary>
    public ImmutableArray<Device> Devices { get; init; } = [];

    /// <summary>
    /// Devices that the emulator adds to what it has by itself, each as QEMU's option <c>-device</c> takes it: <c>edu</c>,
    /// <c>ne2k_isa,iobase=0x300,irq=9</c>.
    /// </summary>
    public ImmutableArray<string> EmulatorDevices { get; init; } = [];

    /// <summary>The interrupt lines that the machine's wiring makes edge-triggered, whatever is asked of the controller.</summary>
    public ImmutableArray<int> EdgeOnlyLines { get; init; } = [];

    /// <summary>
    /// The physical address of the local APIC's registers, a multiple of 4 KiB outside the RAM. The kernel maps it at build time, and
    /// refuses a machine at boot that has them elsewhere.
    /// </summary>
    public uint LocalApicAddress { get; init; } = 0xFEE0_0000;

    /// <summary>The physical address of the first I/O APIC's registers, as <see cref="LocalApicAddress"/>.</summary>
    public uint IoApicAddress { get; init; } = 0xFEC0_0000;

    /// <summary>The physical address of the HPET's registers, as <see cref="LocalApicAddress"/>.</summary>
    public uint HpetAddress { get; init; } = 0xFED0_0000;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
