using System.Diagnostics.CodeAnalysis;
using Nanokernel.Checking;
using Nanokernel.Layout;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Building;

/// <summary>
/// Makes the bootable image of a system: checks it, compiles and links its partitions and the kernel generated for it, and writes the
/// image, its map and its JSON. Can be used with or without MSBuild.
/// </summary>
public static class ImageBuilder
{
    /// <summary>Makes an image.</summary>
    /// <param name="builder">The composed system.</param>
    /// <param name="options">Where the image goes and how it is made.</param>
    /// <param name="diagnostics">Takes every finding: NK0xxx of the system, NK2xxx of the tool chain. None of them is thrown.</param>
    /// <param name="result">What was made.</param>
    /// <returns>Whether the image was written; false leaves no image of an earlier build behind.</returns>
    public static bool TryBuild(
        SystemBuilder builder, ImageOptions options, DiagnosticBag diagnostics, [NotNullWhen(true)] out ImageResult? result)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(diagnostics);

        result = null;
        try
        {
            if (CheckedDeclaration.TryRead(builder, diagnostics, out var declaration) && TryLink(declaration, options, diagnostics, out var linked))
                result = ImageFiles.Write(linked, options, diagnostics);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            diagnostics.Report(BuildingRules.OutputNotWritable, null, options.OutputPath, exception.Message);
        }

        if (result is null)
            ImageFiles.Delete(options.OutputPath);
        return result is not null;
    }

    private static bool TryLink(
        CheckedDeclaration declaration, ImageOptions options, DiagnosticBag diagnostics, [NotNullWhen(true)] out LinkedSystem? linked)
    {
        linked = null;
        var cache = new StepCache(options.IntermediateFolder, options.CommonFolder);
        var runtimePath = cache.PathOf("Nanokernel.Runtime.dll");
        EmbeddedFiles.Extract(EmbeddedFiles.Runtime, runtimePath);
        var compiler = new ObjectCompiler(cache, options, runtimePath);

        var partitionLinker = new PartitionLinker(compiler, options.OptimizePartitions, diagnostics);
        var partitions = declaration.System.Partitions.Select(partitionLinker.Link).ToList();
        if (partitions.Contains(null))
            return false;

        var kernel = KernelLinker.Link(declaration, partitions!, cache, compiler, runtimePath, diagnostics);
        if (kernel is null)
            return false;
        linked = new LinkedSystem(declaration.System, declaration.Layout, kernel, partitions!);
        return true;
    }
}
