using System.Globalization;
using System.Text;
using Nanokernel.Abi;

namespace Nanokernel.X86.Building;

/// <summary>
/// Writes <c>commands.gdb</c>, which gdb reads before it is connected: where the symbols are, and the commands that choose among partitions.
/// </summary>
/// <remarks>
/// All partitions lie at the same addresses, so gdb has the symbols of one at a time, beside the kernel's. The processor's breakpoints know
/// nothing of partitions, either: each below the kernel gets a condition, by which it holds in the chosen partition only. Which one runs
/// stands in its information page, at the same address for all.
/// </remarks>
internal static class DebugCommands
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "commands.gdb";

    // Offset 8 of InformationPage.
    private const uint PartitionIndexAddress = VirtualMemoryMap.InformationPage + 8;

    /// <summary>Makes the text of the file.</summary>
    /// <param name="system">The system.</param>
    /// <param name="folder">The folder of the debug files.</param>
    public static string Write(LinkedSystem system, string folder)
    {
        var text = new StringBuilder();
        Append(text, $"# Symbols and commands of system '{system.System.Name}' for gdb. Made by the build.\n\n");
        Append(text, $"file {Quote(folder, DebugFiles.KernelFile)}\n");
        Append(text, $"directory {Quote(folder, DebugFiles.SourceFolder)}\n");
        Append(text, $"skip -gfi */Nanokernel.Runtime/*\n");
        Append(text, $"set breakpoint pending on\n");
        Append(text, $"set $nk_partition = -1\nset $nk_entry = 0\n\n");

        Append(text, $"define-prefix partition\ndocument partition\nChoose the partition whose symbols gdb has and whose breakpoints hold.\nend\n");
        foreach (var (partition, image, _, _) in system.Partitions)
            AppendPartition(text, partition.Name, partition.Index, image.EntryAddress, Quote(folder, DebugFiles.FileOf(partition.Name)));

        Append(text, $"define partitions\n");
        foreach (var partition in system.Partitions)
            Append(text, $"echo partition {partition.Partition.Name}\\n\n");
        Append(text, $"end\ndocument partitions\nList the commands that choose a partition.\nend\n\n");
        Append(text, $"define start-partition\ntbreak *$nk_entry\ncontinue\nend\n");
        Append(text, $"document start-partition\nRun until the chosen partition starts.\nend\n\n");
        AppendPython(text, [.. system.Partitions.Select(partition => partition.Partition.Name)]);
        Append(text, $"\npartition {system.Partitions[0].Partition.Name}\n");
        return text.ToString();
    }

    private static void AppendPartition(StringBuilder text, string name, int index, uint entry, string file) => Append(text,
        $"""
        define partition {name}
        if $nk_partition >= 0
        remove-symbol-file -a 0x{VirtualMemoryMap.PartitionBase:X8}
        end
        add-symbol-file {file}
        set $nk_partition = {index}
        set $nk_entry = 0x{entry:X8}
        end
        document partition {name}
        Choose partition {name}.
        end


        """);

    // The last of the file: a gdb without Python has all else.
    private static void AppendPython(StringBuilder text, IReadOnlyList<string> names) => Append(text,
        $$"""
        python
        import gdb

        class Partitions:
            names = [{{string.Join(", ", names.Select(name => $"'{name}'"))}}]
            running = '*(unsigned int *) 0x{{PartitionIndexAddress:X8}}'
            condition = running + ' == $nk_partition'

            def restrict(breakpoint):
                condition = breakpoint.condition
                if breakpoint.type != gdb.BP_BREAKPOINT or not breakpoint.location or Partitions.condition in (condition or ''):
                    return
                try:
                    places = gdb.decode_line(breakpoint.location)[1] or ()
                except gdb.error:
                    return
                if any(place.pc < 0x{{VirtualMemoryMap.KernelBase:X8}} for place in places):
                    breakpoint.condition = Partitions.condition + (' && (%s)' % condition if condition else '')

            def warn(event):
                try:
                    running = int(gdb.parse_and_eval(Partitions.running))
                except gdb.error:
                    return
                chosen = int(gdb.convenience_variable('nk_partition'))
                if running != chosen and running < len(Partitions.names):
                    print("Partition '%s' is the one that runs, and the symbols are those of '%s': 'partition %s' changes that."
                        % (Partitions.names[running], Partitions.names[chosen], Partitions.names[running]))

        gdb.events.breakpoint_created.connect(Partitions.restrict)
        gdb.events.breakpoint_modified.connect(Partitions.restrict)
        gdb.events.stop.connect(Partitions.warn)
        end

        """);

    // gdb takes slashes on every system, and a backslash for the sign of what follows.
    private static string Quote(string folder, string file) =>
        '"' + Path.GetFullPath(Path.Combine(folder, file)).Replace('\\', '/').Replace("\"", "\\\"", StringComparison.Ordinal) + '"';

    private static void Append(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture));
}
