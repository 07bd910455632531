using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Building;

/// <summary>
/// <c>lines.tsv</c>, in which each row has a program (the kernel or a partition), an address, and the file and the line of the code that begins there:
/// a fault record has addresses and methods, and this has the rest.
/// </summary>
internal sealed partial class SourceLines
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "lines.tsv";

    private const string KernelName = "kernel";

    private readonly Dictionary<string, List<(uint Address, string Place)>> _programs = new(StringComparer.Ordinal);

    private SourceLines()
    {
    }

    /// <summary>Makes the text of the file.</summary>
    public static string Write(LinkedSystem system)
    {
        var text = new StringBuilder();
        foreach (var (name, image) in system.Partitions.Select(partition => (partition.Partition.Name, partition.Image)).Prepend((KernelName, system.Kernel)))
        {
            foreach (var line in image.Lines)
                text.Append(CultureInfo.InvariantCulture, $"{name}\t{line.Address:X8}\t{line.Location.File}\t{line.Location.Line}\n");
        }

        return text.ToString();
    }

    /// <summary>Reads the file beside an image; where there is none, no line is known.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SourceLines Read(string imagePath)
    {
        var lines = new SourceLines();
        var path = Path.Combine(DebugFiles.FolderOf(imagePath), FileName);
        foreach (var row in File.Exists(path) ? File.ReadLines(path) : [])
        {
            if (row.Split('\t') is [var program, var address, var file, var line]
                && uint.TryParse(address, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number))
            {
                if (!lines._programs.TryGetValue(program, out var rows))
                    lines._programs.Add(program, rows = []);
                rows.Add((number, $"{file}:{line}"));
            }
        }

        foreach (var rows in lines._programs.Values)
            rows.Sort((a, b) => a.Address.CompareTo(b.Address));
        return lines;
    }

    /// <summary>The file and line that a line of a fault record speaks of.</summary>
    /// <param name="record">A line of the debug console.</param>
    /// <returns>Them, or null where the line is another one, or nothing is known.</returns>
    public string? Find(string record)
    {
        var match = AddressOfRecord().Match(record);
        if (!match.Success || !_programs.TryGetValue(match.Groups["program"].Value, out var rows))
            return null;

        // A return address is behind the call.
        var address = uint.Parse(match.Groups["address"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture) - (match.Groups["call"].Success ? 1u : 0);
        var index = rows.FindLastIndex(row => row.Address <= address);
        return index < 0 ? null : rows[index].Place;
    }

    // A method's name stands behind the address: elsewhere the last line before it says nothing.
    [GeneratedRegex(@"^fault: \[(?<program>[^\]]+)\] (at|(?<call>called from)) 0x(?<address>[0-9A-F]{8}) \S+ \+ 0x", RegexOptions.ExplicitCapture)]
    private static partial Regex AddressOfRecord();
}
