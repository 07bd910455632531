using Nanokernel.X86.Building;

namespace Nanokernel.X86.Guests;

/// <summary>What a partition in C is built with: the generated header, the functions above it, start-up and linker script.</summary>
internal static class GuestFiles
{
    /// <summary>The names and texts.</summary>
    public static IEnumerable<(string Name, string Text)> All() => EmbeddedFiles.GuestFiles().Prepend((CHeader.FileName, CHeader.Write()));

    /// <summary>Writes the files to a folder, which is made if it does not exist.</summary>
    /// <returns>Their paths.</returns>
    public static IReadOnlyList<string> Write(string folder)
    {
        Directory.CreateDirectory(folder);
        var paths = new List<string>();
        foreach (var (name, text) in All())
        {
            var path = Path.Combine(folder, name);
            File.WriteAllText(path, text);
            paths.Add(path);
        }

        return paths;
    }
}
