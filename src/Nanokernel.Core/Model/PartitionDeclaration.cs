using System.Collections.Immutable;
using Nanokernel.Checking;

namespace Nanokernel.Model;

/// <summary>A partition as it was written, not checked yet.</summary>
/// <param name="Name">The name.</param>
/// <param name="Program">What runs in it.</param>
/// <param name="Location">Where it was added.</param>
public sealed record PartitionDeclaration(string Name, PartitionProgram Program, SourceLocation? Location)
{
    /// <summary>The memory of a partition that states none: 1 MiB.</summary>
    public static ByteSize DefaultMemory => ByteSize.FromMebibytes(1);

    /// <summary>The stack of a partition that states none: 64 KiB.</summary>
    public static ByteSize DefaultStack => ByteSize.FromKibibytes(64);

    /// <summary>All of its memory: image, heap and stack.</summary>
    public Stated<ByteSize> Memory { get; init; } = new(DefaultMemory, Location: null);

    /// <summary>Its stack, a part of the memory.</summary>
    public Stated<ByteSize> Stack { get; init; } = new(DefaultStack, Location: null);

    /// <summary>Its heap, a part of the memory; null: all that image and stack leave.</summary>
    public Stated<ByteSize>? Heap { get; init; }

    /// <summary>How urgent it is.</summary>
    public Stated<Priority> Priority { get; init; } = new(Nanokernel.Priority.Normal, Location: null);

    /// <summary>The devices that it claims.</summary>
    public ImmutableArray<Stated<Device>> Devices { get; init; } = [];

    /// <summary>The PCI functions that it claims.</summary>
    public ImmutableArray<Stated<PciFunction>> PciFunctions { get; init; } = [];

    /// <summary>The ports that it claims by number.</summary>
    public ImmutableArray<Stated<PortRange>> NamedPorts { get; init; } = [];

    /// <summary>The interrupt lines that it claims by number.</summary>
    public ImmutableArray<Stated<DeviceInterrupt>> NamedInterrupts { get; init; } = [];

    /// <summary>Its buffers for bus masters.</summary>
    public ImmutableArray<Stated<DmaBufferDeclaration>> DmaBuffers { get; init; } = [];

    /// <summary>How often its interrupt lines may ask, where that is stated.</summary>
    public ImmutableArray<Stated<LineLimit>> InterruptLimits { get; init; } = [];

    /// <summary>Where its console writes.</summary>
    public Stated<PartitionConsole> Console { get; init; } = new(PartitionConsole.Debug, Location: null);

    /// <summary>How long it may run; null: as long as it likes.</summary>
    public Stated<ProcessorBudget>? Budget { get; init; }

    /// <summary>How soon it has to have had its budget once it has something to do; null: no matter.</summary>
    public Stated<TimeSpan>? Deadline { get; init; }

    /// <summary>Whether it may end the whole system.</summary>
    public bool MayEndSystem { get; init; }

    /// <summary>Whether its own exceptions are handed to it instead of stopping it.</summary>
    public bool HandlesExceptions { get; init; }

    /// <summary>What is done about its faults, where that is stated.</summary>
    public ImmutableArray<Stated<FaultResponse>> FaultResponses { get; init; } = [];

    /// <summary>How often it is restarted; null: <see cref="Model.RestartLimit.Default"/>.</summary>
    public Stated<RestartLimit>? RestartLimit { get; init; }

    /// <summary>How long it may be silent; null: for ever.</summary>
    public Stated<TimeSpan>? Heartbeat { get; init; }

    /// <summary>Whether a watcher can put a new image for it into its place.</summary>
    public Stated<bool> HasReplaceableImage { get; init; } = new(Value: false, Location: null);

    /// <summary>All ports that it claims, those of its devices first.</summary>
    public IEnumerable<PortClaim> PortClaims =>
        Devices.SelectMany(device => device.Value.Ports.Select(range => new PortClaim(range, device.Value, device.Location)))
            .Concat(NamedPorts.Select(range => new PortClaim(range.Value, Device: null, range.Location)));

    /// <summary>All interrupt lines that it claims, those of its devices first.</summary>
    public IEnumerable<InterruptClaim> InterruptClaims =>
        Devices.SelectMany(device => device.Value.Interrupts.Select(line => Claim(line, device.Value, device.Location)))
            .Concat(NamedInterrupts.Select(line => Claim(line.Value, device: null, line.Location)));

    private static InterruptClaim Claim(DeviceInterrupt interrupt, Device? device, SourceLocation? location) =>
        new(interrupt.Line, interrupt.Trigger, device, location);
}
