namespace Nanokernel.X86.Toolchain;

/// <summary>
/// The source files that a line table names: directories first, each once, then files by name and directory. Both count from 1; directory 0
/// is where the compiler ran, which nobody is told.
/// </summary>
internal sealed class DwarfSourceFiles
{
    private readonly Dictionary<string, uint> _directories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, uint> _files = new(StringComparer.Ordinal);
    private readonly List<(string Name, uint Directory)> _rows = [];

    public DwarfSourceFiles(IEnumerable<DebugFunction> functions)
    {
        foreach (var line in functions.SelectMany(function => function.Lines))
            Add(line.Location.File);
    }

    /// <summary>The number of a file.</summary>
    public uint this[string path] => _files[path];

    /// <summary>Writes both tables.</summary>
    public void Write(DwarfBuffer buffer)
    {
        foreach (var directory in _directories.OrderBy(directory => directory.Value))
            buffer.WriteString(directory.Key);
        buffer.Write8(0);
        foreach (var (name, directory) in _rows)
        {
            buffer.WriteString(name);
            buffer.WriteUnsigned(directory);
            buffer.WriteUnsigned(0);        // time and size of the file: not known
            buffer.WriteUnsigned(0);
        }

        buffer.Write8(0);
    }

    private void Add(string path)
    {
        if (_files.ContainsKey(path))
            return;
        // Of either system: a PDB holds the paths of the machine that made it.
        var slash = path.LastIndexOfAny(['/', '\\']);
        var directory = 0u;
        if (slash > 0 && !_directories.TryGetValue(path[..slash], out directory))
            _directories.Add(path[..slash], directory = (uint)_directories.Count + 1);
        _rows.Add((slash > 0 ? path[(slash + 1)..] : path, directory));
        _files.Add(path, (uint)_rows.Count);
    }
}
