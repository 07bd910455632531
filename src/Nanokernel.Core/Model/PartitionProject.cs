using System.Collections.Immutable;

namespace Nanokernel;

/// <summary>A compiled partition project. The SDK generates one for each <c>PartitionReference</c>, in the class <c>Projects</c>.</summary>
/// <param name="Name">The project's name in messages.</param>
/// <param name="AssemblyPath">Its assembly.</param>
public sealed record PartitionProject(string Name, string AssemblyPath) : PartitionProgram(Name)
{
    /// <summary>Where assemblies that it refers to are; empty: beside its own.</summary>
    public ImmutableArray<string> ReferencePaths { get; init; } = [];

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
