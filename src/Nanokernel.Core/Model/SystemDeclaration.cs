using System.Collections.Immutable;
using Nanokernel.Checking;

namespace Nanokernel.Model;

/// <summary>A system as it was written, not checked yet: what a <see cref="SystemBuilder"/> builds and the rules read.</summary>
/// <param name="Name">The name; the image has it too.</param>
/// <param name="Machine">The machine that it is for.</param>
/// <param name="Location">Where it was created.</param>
public sealed record SystemDeclaration(string Name, Machine Machine, SourceLocation? Location)
{
    /// <summary>The partitions, in the order they were added.</summary>
    public ImmutableArray<PartitionDeclaration> Partitions { get; init; } = [];

    /// <summary>The interrupt controller that the kernel uses.</summary>
    public Stated<InterruptControllerKind> InterruptController { get; init; } = new(InterruptControllerKind.Intel8259, Location: null);

    /// <summary>The timer that the kernel uses; null: the one that belongs to the interrupt controller.</summary>
    public Stated<TimerKind>? Timer { get; init; }

    /// <summary>How long one of several partitions of equal priority runs before the next; null: until it waits or yields.</summary>
    public Stated<TimeSpan>? TimeSlice { get; init; }

    /// <summary>The windows in which partitions run; null: there are none, and priorities decide alone.</summary>
    public CyclicScheduleDeclaration? Schedule { get; init; }

    /// <summary>The memory of the kernel's trace; null: there is none.</summary>
    public Stated<ByteSize>? Trace { get; init; }

    /// <summary>The public key, in PEM, that new images of partitions are signed for; null: there are none.</summary>
    public Stated<string>? ImageKey { get; init; }

    /// <summary>The channels of every kind, in the order they were added.</summary>
    public ImmutableArray<ChannelDeclaration> Channels { get; init; } = [];

    /// <summary>The queues among the channels.</summary>
    internal IEnumerable<QueueDeclaration> Queues => Channels.OfType<QueueDeclaration>();
}
