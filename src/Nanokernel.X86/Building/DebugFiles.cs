using Nanokernel.Model;
using Nanokernel.X86.Stubs;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Building;

/// <summary>
/// Writes the folder that debuggers read. Each partition has a file of its own, for all of them lie at the same addresses; the kernel lies in
/// every partition's address space.
/// <code>
/// NAME.debug/commands.gdb                 what gdb reads first
///            kernel.elf                   the kernel
///            PARTITION.elf                each partition; one that is an executable is copied
///            lines.tsv                    the line of each address, for those who print fault records
///            .sources/Nanokernel.X86/...  the sources of the kernel, and the configuration generated for the system
/// </code>
/// </summary>
internal static class DebugFiles
{
    /// <summary>The name of the kernel's file, which no partition can have.</summary>
    public const string KernelFile = "kernel.elf";

    /// <summary>
    /// The folder of the kernel's sources. The dot keeps MSBuild from compiling them where the image is written to a folder of the system's project.
    /// </summary>
    public const string SourceFolder = ".sources";

    /// <summary>The folder of an image.</summary>
    public static string FolderOf(string imagePath) => Path.ChangeExtension(imagePath, ".debug");

    /// <summary>The file of a partition.</summary>
    public static string FileOf(string partition) => partition + ".elf";

    /// <summary>Writes the folder anew.</summary>
    public static void Write(LinkedSystem system, string folder)
    {
        Delete(folder);
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, KernelFile), DebugFile.Write(new DebugProgram(system.Kernel)
        {
            Entries = KernelStubs.FrameEntries(system.Kernel),
            ContextPointer = KernelStubs.ContextPointer(system.Kernel),
        }));
        foreach (var partition in system.Partitions)
            WritePartition(partition, Path.Combine(folder, FileOf(partition.Partition.Name)));

        File.WriteAllText(Path.Combine(folder, DebugCommands.FileName), DebugCommands.Write(system, folder));
        File.WriteAllText(Path.Combine(folder, SourceLines.FileName), SourceLines.Write(system));

        var configuration = (KernelCompiler.ConfigurationFile, KernelConfigurationWriter.Write(system.System, system.Layout, system.Partitions));
        foreach (var (name, text) in EmbeddedFiles.KernelSources().Append(configuration))
        {
            var path = Path.Combine(folder, SourceFolder, KernelCompiler.SourcePrefix + name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }

    /// <summary>Deletes the folder.</summary>
    public static void Delete(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private static void WritePartition(LinkedPartition partition, string path)
    {
        if (partition.Partition.Program is PartitionExecutable executable)
            File.Copy(executable.FilePath, path);
        else
            File.WriteAllBytes(path, DebugFile.Write(new DebugProgram(partition.Image) { Entries = EntriesOf(partition.Entries) }));
    }

    private static Dictionary<uint, FrameEntry> EntriesOf(PartitionEntries entries)
    {
        var found = new Dictionary<uint, FrameEntry> { [entries.Start] = FrameEntry.Nobody, [entries.Upcall] = FrameEntry.Interrupted };
        if (entries.Exception != 0)
            found[entries.Exception] = FrameEntry.Interrupted;
        return found;
    }
}
