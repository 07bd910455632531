using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Nanokernel.Checking;
using Nanokernel.Model;

namespace Nanokernel.Manifests;

/// <summary>What a partition's project asks of a system.</summary>
/// <param name="TypeName">The full name of the type with <c>[Partition]</c>; the file of an executable.</param>
/// <param name="Ends">The channel ends, in the order they stand in the type.</param>
public sealed record PartitionManifest(string TypeName, ImmutableArray<ManifestEnd> Ends)
{
    /// <summary>The buffers for bus masters, in the order they stand in the type.</summary>
    public ImmutableArray<ManifestDmaBuffer> DmaBuffers { get; init; } = [];

    /// <summary>How its ends are written, for findings.</summary>
    internal EndNotation Language { get; init; } = EndNotation.CSharp;

    /// <summary>Makes the manifest of an executable in C.</summary>
    /// <param name="fileName">The executable's file.</param>
    /// <param name="ends">The channel ends; they are called as the macros that state them.</param>
    public static PartitionManifest OfExecutable(string fileName, ImmutableArray<ManifestEnd> ends) =>
        new(fileName, [.. ends.Select(end => end with { Member = EndNotation.C.Write(ChannelRoleTraits.Of(end.Role), end.Channel) })])
        {
            Language = EndNotation.C,
        };

    /// <summary>What its assembly uses of the partition API; nothing where that is not known.</summary>
    public RuntimeUses Uses { get; init; }

    /// <summary>What its assembly and those that it refers to may use of the partition API; all of it where that is not known.</summary>
    public RuntimeUses MayUse { get; init; } = RuntimeUses.All;

    /// <summary>Reads the manifest from a partition's assembly and those that it refers to, without loading them.</summary>
    /// <param name="project">The partition's project.</param>
    /// <param name="location">The place that findings are reported at: where the partition was added.</param>
    /// <param name="diagnostics">Takes the findings.</param>
    /// <param name="manifest">The manifest, if there is no finding.</param>
    /// <returns>Whether the manifest could be read.</returns>
    public static bool TryRead(
        PartitionProject project, SourceLocation? location, DiagnosticBag diagnostics, [NotNullWhen(true)] out PartitionManifest? manifest)
    {
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return PartitionManifestReader.TryRead(project, location, diagnostics, out manifest);
    }

    /// <summary>
    /// Reads the manifests of a system's partitions. A program that several partitions run is read, and complained about, once.
    /// </summary>
    /// <param name="system">The system.</param>
    /// <param name="diagnostics">Takes the findings.</param>
    /// <param name="readExecutable">Reads executables; not needed for a system of projects alone.</param>
    /// <returns>The manifests in the order of the system's partitions; null where one could not be read.</returns>
    /// <exception cref="ArgumentException">The system has an executable, and there is nothing to read it with.</exception>
    public static ImmutableArray<PartitionManifest?> ReadAll(
        SystemDeclaration system, DiagnosticBag diagnostics, ExecutableManifestReader? readExecutable = null)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var manifests = new Dictionary<PartitionProgram, PartitionManifest?>();
        foreach (var partition in system.Partitions)
        {
            if (!manifests.ContainsKey(partition.Program))
                manifests.Add(partition.Program, Read(partition, diagnostics, readExecutable));
        }

        return [.. system.Partitions.Select(partition => manifests[partition.Program])];
    }

    private static PartitionManifest? Read(PartitionDeclaration partition, DiagnosticBag diagnostics, ExecutableManifestReader? readExecutable)
    {
        switch (partition.Program)
        {
            case PartitionProject project:
                TryRead(project, partition.Location, diagnostics, out var manifest);
                return manifest;
            case PartitionExecutable executable when readExecutable is not null:
                return readExecutable(executable, partition.Location, diagnostics);
            default:
                throw new ArgumentException($"Nothing was given that reads the executable '{partition.Program}'.", nameof(readExecutable));
        }
    }
}
