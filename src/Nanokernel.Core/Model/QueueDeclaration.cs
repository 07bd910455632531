using System.Collections.Immutable;
using Nanokernel.Checking;

namespace Nanokernel.Model;

/// <summary>A message queue as it was written, not checked yet.</summary>
/// <param name="Name">The name, the same that both partitions' ends have.</param>
/// <param name="Capacity">The most messages that it holds.</param>
/// <param name="Location">Where it was added.</param>
public sealed record QueueDeclaration(string Name, int Capacity, SourceLocation? Location)
{
    /// <summary>The names of the partitions that it was wired from; a right system has one.</summary>
    public ImmutableArray<Stated<string>> Senders { get; init; } = [];

    /// <summary>The names of the partitions that it was wired to; a right system has one.</summary>
    public ImmutableArray<Stated<string>> Receivers { get; init; } = [];
}
