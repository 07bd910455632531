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

    /// <summary>The queues, in the order they were added.</summary>
    public ImmutableArray<QueueDeclaration> Queues { get; init; } = [];
}
