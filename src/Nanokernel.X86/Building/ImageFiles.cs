using Nanokernel.Checking;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Building;

/// <summary>Writes the files of an image: ELF, map, JSON, and the folder for debuggers.</summary>
internal static class ImageFiles
{
    /// <summary>Writes them all, the image last: where the image is, the others are.</summary>
    /// <returns>What was written, or null when there were errors.</returns>
    public static ImageResult? Write(LinkedSystem system, ImageOptions options, DiagnosticBag diagnostics)
    {
        if (!ImageSegments.TryCreate(system, options.Symbols, diagnostics, out var elf) || !ElfWriter.TryWrite(elf, diagnostics, out var file))
            return null;

        var result = new ImageResult
        {
            ImagePath = options.OutputPath,
            MapPath = Path.ChangeExtension(options.OutputPath, ".map.txt"),
            JsonPath = Path.ChangeExtension(options.OutputPath, ".json"),
            DebugFolder = DebugFiles.FolderOf(options.OutputPath),
            System = system.System,
            Layout = system.Layout,
            Kernel = system.Kernel,
            Partitions = [.. system.Partitions.Select(partition => partition.Image)],
        };
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.OutputPath))!);
        File.WriteAllText(result.MapPath, ImageMap.Write(system, elf));
        DebugFiles.Write(system, result.DebugFolder);
        File.WriteAllText(result.JsonPath, ImageReport.Write(system, Path.GetFileName(result.ImagePath), file));
        File.WriteAllBytes(result.ImagePath, file);
        return result;
    }

    /// <summary>Deletes them all, so that a failed build does not leave the image of an earlier one.</summary>
    public static void Delete(string imagePath)
    {
        foreach (var path in (string[])[imagePath, Path.ChangeExtension(imagePath, ".map.txt"), Path.ChangeExtension(imagePath, ".json")])
        {
            if (File.Exists(path))
                File.Delete(path);
        }

        DebugFiles.Delete(DebugFiles.FolderOf(imagePath));
    }
}
