using System.Collections.Immutable;
using Nanokernel.Checking;

namespace Nanokernel.Model;

/// <summary>A partition of a <see cref="CheckedSystem"/>.</summary>
public sealed record CheckedPartition
{
    internal CheckedPartition(string name, PartitionProgram program, SourceLocation? location)
    {
        Name = name;
        Program = program;
        Location = location;
    }

    /// <summary>The partition's place in <see cref="CheckedSystem.Partitions"/>: 0 is the most urgent.</summary>
    public int Index { get; internal init; }

    /// <summary>The partition's place in the order in which partitions were added, which is their order in memory.</summary>
    public int DeclarationIndex { get; internal init; }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>What runs in it.</summary>
    public PartitionProgram Program { get; }

    /// <summary>Where it was declared, for findings that only the back end can make.</summary>
    public SourceLocation? Location { get; }

    /// <summary>The full name of the type with <c>[Partition]</c>; the file of an executable.</summary>
    public string TypeName { get; internal init; } = "";

    /// <summary>All of its memory, a multiple of a page.</summary>
    public uint MemoryBytes { get; internal init; }

    /// <summary>Its stack, a multiple of a page.</summary>
    public uint StackBytes { get; internal init; }

    /// <summary>Its heap, a multiple of a page; 0: all that image and stack leave.</summary>
    public uint HeapBytes { get; internal init; }

    /// <summary>How urgent it is.</summary>
    public Priority Priority { get; internal init; }

    /// <summary>The ports that it owns, sorted, neighbours merged.</summary>
    public ImmutableArray<PortRange> Ports { get; internal init; } = [];

    /// <summary>The interrupt lines that it owns, sorted.</summary>
    public ImmutableArray<CheckedInterruptLine> InterruptLines { get; internal init; } = [];

    /// <summary>The devices that it owns, in the order they were claimed.</summary>
    public ImmutableArray<Device> Devices { get; internal init; } = [];

    /// <summary>The memory of its devices.</summary>
    public ImmutableArray<CheckedDeviceWindow> DeviceWindows { get; internal init; } = [];

    /// <summary>The PCI functions that it owns, in the order they were claimed.</summary>
    public ImmutableArray<CheckedPciFunction> PciFunctions { get; internal init; } = [];

    /// <summary>Whether it owns ports, those of BARs among them, which are known at boot only.</summary>
    public bool OwnsPorts => !Ports.IsEmpty || PciFunctions.Any(function => function.Bars.Any(bar => bar.Bar.Kind == PciBarKind.Ports));

    /// <summary>Its buffers for bus masters.</summary>
    public ImmutableArray<CheckedDmaBuffer> DmaBuffers { get; internal init; } = [];

    /// <summary>The UART that its console writes to; null: the debug console.</summary>
    public CheckedUart? Console { get; internal init; }

    /// <summary>How long it may run; null: as long as it likes.</summary>
    public ProcessorBudget? Budget { get; internal init; }

    /// <summary>How soon it has to have had its budget once it has something to do; null: no matter.</summary>
    public TimeSpan? Deadline { get; internal init; }

    /// <summary>The longest that takes, by response-time analysis; null where it has no deadline.</summary>
    public TimeSpan? ResponseTime { get; internal init; }

    /// <summary>Whether it may end the whole system.</summary>
    public bool MayEndSystem { get; internal init; }

    /// <summary>Whether its own exceptions are handed to it instead of stopping it.</summary>
    public bool HandlesExceptions { get; internal init; }

    /// <summary>What is done about each event, by <see cref="FaultEvent"/>.</summary>
    public ImmutableDictionary<FaultEvent, FaultAction> FaultActions { get; internal init; } = ImmutableDictionary<FaultEvent, FaultAction>.Empty;

    /// <summary>How often it is restarted.</summary>
    public RestartLimit RestartLimit { get; internal init; } = RestartLimit.Default;

    /// <summary>How long it may be silent; null: for ever.</summary>
    public TimeSpan? Heartbeat { get; internal init; }

    /// <summary>Whether it can come to start anew, so that the system keeps a copy of it.</summary>
    public bool IsRestartable { get; internal init; }

    /// <summary>Whether a watcher can put a new image for it into its place.</summary>
    public bool HasReplaceableImage { get; internal init; }

    /// <summary>How many images of it the system has room for beside it: none, the one that it is restored from, or a new one too.</summary>
    public int ImageSlots => HasReplaceableImage ? 2 : IsRestartable ? 1 : 0;

    /// <summary>The most bytes of its image, whole pages, and so those of the copy: what stack and heap leave of its memory.</summary>
    public uint ImageBytesMaximum => SystemLimits.ImageBytesMaximum(MemoryBytes, StackBytes, HeapBytes);

    /// <summary>Its channel ends. An end's index, the argument of the Notify hypercall, is its place here.</summary>
    public ImmutableArray<CheckedChannelEnd> Ends { get; internal init; } = [];
}
