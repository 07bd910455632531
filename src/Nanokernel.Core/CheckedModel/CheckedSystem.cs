using System.Collections.Immutable;

namespace Nanokernel.Model;

/// <summary>
/// A system that all rules have passed, the only form that a back end takes. <see cref="Checking.SystemChecker"/> makes it; so
/// whoever has one need not ask again whether names resolve, owners are single, or sizes fit.
/// </summary>
public sealed record CheckedSystem
{
    internal CheckedSystem(
        string name, Machine machine, ImmutableArray<CheckedPartition> partitions, ImmutableArray<CheckedChannel> channels)
    {
        Name = name;
        Machine = machine;
        Partitions = partitions;
        Channels = channels;
    }

    /// <summary>The system's name, and its image's.</summary>
    public string Name { get; }

    /// <summary>The machine that it is for.</summary>
    public Machine Machine { get; }

    /// <summary>The interrupt controller that the kernel uses.</summary>
    public InterruptControllerKind InterruptController { get; internal init; }

    /// <summary>The timer that the kernel uses.</summary>
    public TimerKind Timer { get; internal init; }

    /// <summary>How long one of several partitions of equal priority runs before the next; null: until it waits or yields.</summary>
    public TimeSpan? TimeSlice { get; internal init; }

    /// <summary>The parts of the major frame, one behind the other without gaps; empty where there is no cyclic schedule.</summary>
    public ImmutableArray<CheckedWindow> Windows { get; internal init; } = [];

    /// <summary>The bytes of the trace's events, a power of two; 0 where the kernel keeps no trace.</summary>
    public uint TraceBytes { get; internal init; }

    /// <summary>The public key, in PEM, that new images of partitions are signed for; null: there are none.</summary>
    public string? ImageKey { get; internal init; }

    /// <summary>
    /// The partitions, most urgent first; of equals, the one that was added first. A partition's index is its place here.
    /// </summary>
    public ImmutableArray<CheckedPartition> Partitions { get; }

    /// <summary>The channels in the order they were added. A channel's index is its place here.</summary>
    public ImmutableArray<CheckedChannel> Channels { get; }

    /// <summary>The queues among the channels.</summary>
    public IEnumerable<CheckedQueue> Queues => Channels.OfType<CheckedQueue>();

    /// <summary>The locks among the channels. A lock's number in the kernel is its place here.</summary>
    public IEnumerable<CheckedLock> Locks => Channels.OfType<CheckedLock>();

    /// <summary>The pools of persistent memory among the channels. A pool's number in the kernel is its place here.</summary>
    public IEnumerable<CheckedPersistentPool> PersistentPools => Channels.OfType<CheckedPersistentPool>();

    /// <summary>The watches among the channels.</summary>
    public IEnumerable<CheckedWatch> Watches => Channels.OfType<CheckedWatch>();

    /// <summary>The memory of all channels. A region's index is its place here; those of one channel are neighbours.</summary>
    public IEnumerable<CheckedRegion> Regions => Channels.SelectMany(channel => channel.Regions);

    /// <summary>All PCI functions with their owners, by partition index.</summary>
    public IEnumerable<(CheckedPartition Owner, CheckedPciFunction Function)> PciFunctions =>
        Partitions.SelectMany(partition => partition.PciFunctions.Select(function => (partition, function)));

    /// <summary>The partition that owns an interrupt line by number, or null; lines of PCI functions are known at boot only.</summary>
    public CheckedPartition? OwnerOfLine(int line) =>
        Partitions.FirstOrDefault(partition => partition.InterruptLines.Any(owned => owned.Line == line));

    /// <summary>Whether a PCI function may bring its owner an interrupt line that nobody owns by number.</summary>
    public bool MayFindLine(int line) =>
        OwnerOfLine(line) is null && !Machine.EdgeOnlyLines.Contains(line) && PciFunctions.Any(owned => owned.Function.Function.UsesInterrupt);
}
