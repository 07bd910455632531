using System.Collections.Immutable;

namespace Nanokernel;

/// <summary>
/// A function of a PCI device, which a partition can own: <c>new PciFunction("nic", PciMatch.ById(0x10EC, 0x8139)) { Bars =
/// [PciBar.Ports(0, 256)], UsesInterrupt = true }</c>. Its addresses and its interrupt line are found at boot; a machine whose function is
/// otherwise than stated is refused.
/// </summary>
/// <param name="Name">The name by which the partition finds it: lower-case letters, digits and hyphens.</param>
/// <param name="Match">Which function it is.</param>
public sealed record PciFunction(string Name, PciMatch Match)
{
    /// <summary>What it is, for reports.</summary>
    public string Description { get; init; } = "";

    /// <summary>The BARs that the partition uses. A BAR that is left out is out of its reach.</summary>
    public ImmutableArray<PciBar> Bars { get; init; } = [];

    /// <summary>
    /// Whether it interrupts, on the line that the firmware has given it (INTx). The line is level-triggered, and belongs to the partition.
    /// </summary>
    public bool UsesInterrupt { get; init; }

    /// <summary>How often that line may ask, as <see cref="PartitionBuilder.WithInterruptLimit"/> has it for a line with a number.</summary>
    public InterruptLimit InterruptLimit { get; init; } = InterruptLimit.Default;

    /// <summary>
    /// Whether the partition may let it master the bus. It can then read and write all memory of the machine, that of other partitions
    /// and of the kernel too: whom you give it, you trust.
    /// </summary>
    public bool IsBusMaster { get; init; }

    /// <summary>The name and the match.</summary>
    public override string ToString() => $"'{Name}' ({Match})";
}
