using System.Collections.Immutable;

namespace Nanokernel;

/// <summary>
/// A device of a machine: a name for ports, interrupt lines and memory that belong together. A machine's devices are in its catalogue
/// (<see cref="Pc"/>); a card of one's own is <c>new Device("can0") { Ports = [new(0x340, 0x35F)], Interrupts = [new(10)] }</c>.
/// </summary>
/// <param name="Name">The name in messages; two devices of one name are the same device.</param>
public sealed record Device(string Name)
{
    /// <summary>What it is, for reports.</summary>
    public string Description { get; init; } = "";

    /// <summary>What the build knows about it beyond its resources.</summary>
    public DeviceKind Kind { get; init; }

    /// <summary>Its ports.</summary>
    public ImmutableArray<PortRange> Ports { get; init; } = [];

    /// <summary>Its interrupt lines.</summary>
    public ImmutableArray<DeviceInterrupt> Interrupts { get; init; } = [];

    /// <summary>Its memory.</summary>
    public ImmutableArray<DeviceMemory> Memory { get; init; } = [];

    /// <summary>Whether it reads and writes memory by itself. Nothing confines it: it reaches all of the machine's memory.</summary>
    public bool IsBusMaster { get; init; }

    /// <summary>Whether it is a card that a machine need not have, so that its ports may as well be another's.</summary>
    public bool IsOptional { get; init; }

    /// <summary>
    /// What quiets it before its owner starts anew: bytes for its ports, in this order, after which it neither interrupts nor reaches memory.
    /// </summary>
    public ImmutableArray<PortWrite> QuietWrites { get; init; } = [];

    /// <summary>Why only the kernel may drive it; null where a partition can own it.</summary>
    public string? KernelReason { get; init; }

    /// <summary>Whether only the kernel may drive it.</summary>
    public bool IsKernelOwned => KernelReason is not null;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
