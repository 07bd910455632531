using System.Collections.Immutable;

namespace Nanokernel.Manifests;

/// <summary>What a partition's project asks of a system.</summary>
/// <param name="TypeName">The full name of the type with <c>[Partition]</c>.</param>
/// <param name="Ends">The channel ends, in the order they stand in the type.</param>
public sealed record PartitionManifest(string TypeName, ImmutableArray<ManifestEnd> Ends);
