using System.Diagnostics.CodeAnalysis;
using Nanokernel.Abi;
using Nanokernel.Checking;
using Nanokernel.Model;
using Nanokernel.Tracing;

namespace Nanokernel.X86.Building;

/// <summary>
/// Makes a new image of one partition, which a watcher puts into the partition's place while the system runs: <c>FaultMonitor.Replace</c>. The
/// system has to declare what the running one declares, to the last number; the C# of its partitions may be any.
/// </summary>
public static class PartitionImageBuilder
{
    /// <summary>Makes a signed image.</summary>
    /// <param name="builder">The composed system.</param>
    /// <param name="partition">The partition's name.</param>
    /// <param name="key">The private half of the system's key.</param>
    /// <param name="options">How it is made; its <see cref="ImageOptions.OutputPath"/> is not used.</param>
    /// <param name="diagnostics">Takes every finding: NK0xxx of the system, NK2xxx of the tool chain, NK2605. None of them is thrown.</param>
    /// <param name="image">The <see cref="PartitionImage"/> with its signature behind it.</param>
    /// <returns>Whether it was made.</returns>
    public static bool TryBuild(
        SystemBuilder builder, string partition, SigningKey key, ImageOptions options, DiagnosticBag diagnostics, [NotNullWhen(true)] out byte[]? image)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(partition);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(diagnostics);

        image = null;
        if (!CheckedDeclaration.TryRead(builder, diagnostics, out var declaration)
            || Find(declaration, partition, key, diagnostics) is not { } found
            || new PartitionLinker(new ObjectCompiler(options), options.OptimizePartitions, diagnostics).Link(found) is not { } linked)
        {
            return false;
        }

        var systemIdentity = SystemTrace.IdentityOf(declaration.System, declaration.Layout);
        var content = PartitionImages.Build(
            linked, declaration.Layout.Partitions[found.Index], systemIdentity, BuildIdentity.Of(systemIdentity, [linked]), key.SignatureBytes, options.Symbols);
        image = [.. content, .. key.Sign(content)];
        return true;
    }

    private static CheckedPartition? Find(CheckedDeclaration declaration, string name, SigningKey key, DiagnosticBag diagnostics)
    {
        var system = declaration.System;
        var partition = system.Partitions.FirstOrDefault(partition => partition.Name == name);
        var problem = partition switch
        {
            null => $"the system has no such partition, but {string.Join(", ", system.Partitions.Select(one => $"'{one.Name}'"))}",
            { HasReplaceableImage: false } => "the system does not state .WithReplaceableImage() for it",
            _ when !declaration.ImageKey!.Modulus.SequenceEqual(key.Public.Modulus) => "the key is not the private half of the one that the system states with .WithImageKey",
            _ => null,
        };
        if (problem is null)
            return partition;
        diagnostics.Report(SigningRules.ImageNotReplaceable, partition?.Location, name, problem);
        return null;
    }
}
