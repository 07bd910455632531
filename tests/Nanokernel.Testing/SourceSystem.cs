using System.Collections.Concurrent;
using Nanokernel.Checking;
using Nanokernel.X86.Building;
using Nanokernel.X86.Emulation;

namespace Nanokernel.Testing;

/// <summary>A system of partitions whose C# stands beside it as text. It is built once in each compiler mode, and can run several times.</summary>
public sealed class SourceSystem
{
    private static readonly string SystemsFolder = Path.Combine(AppContext.BaseDirectory, "systems");

    // What this process compiles for one system, it need not compile for others: the same partition, or the kernel of the same constants.
    private static readonly Lazy<string> CommonFolder = new(() => MakeEmpty(Path.Combine(AppContext.BaseDirectory, "common")));

    private readonly ConcurrentDictionary<CompilerMode, Lazy<ImageResult>> _images = new();
    private readonly ConcurrentDictionary<string, SourceSystem> _variants = new();
    private readonly Dictionary<string, IReadOnlyList<string>> _sources = [];
    private readonly Dictionary<string, Func<string, string>> _executables = [];
    private readonly List<Action<SystemBuilder, IReadOnlyDictionary<string, PartitionBuilder>>> _statements = [];
    private readonly string _name;

    /// <summary>Begins a system with a name that no other one has: its folder is called so.</summary>
    public SourceSystem(string name) => _name = name;

    /// <summary>Where this system's images are kept. A system that is built in a folder of its own compiles everything itself.</summary>
    public string Folder { get; init; } = SystemsFolder;

    /// <summary>Whether the code of partitions is optimised.</summary>
    public bool OptimizePartitions { get; init; } = true;

    /// <summary>The machine that the system is for.</summary>
    public Machine Machine { get; init; } = Machines.Pc;

    /// <summary>Adds a partition whose class is in the source text.</summary>
    public SourceSystem Partition(string name, string source, Func<PartitionBuilder, PartitionBuilder>? configure = null) =>
        Partition(name, [source], configure);

    /// <summary>Adds a partition of several source texts.</summary>
    public SourceSystem Partition(string name, IReadOnlyList<string> sources, Func<PartitionBuilder, PartitionBuilder>? configure = null)
    {
        _sources.Add(name, sources);
        _statements.Add((_, partitions) => configure?.Invoke(partitions[name]));
        return this;
    }

    /// <summary>Adds a partition that is an executable.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="write">Writes the file to a folder and returns its path.</param>
    /// <param name="configure">States what it has.</param>
    public SourceSystem Executable(string name, Func<string, string> write, Func<PartitionBuilder, PartitionBuilder>? configure = null)
    {
        _executables.Add(name, write);
        _statements.Add((_, partitions) => configure?.Invoke(partitions[name]));
        return this;
    }

    /// <summary>Adds a queue.</summary>
    public SourceSystem Queue(string name, int capacity, string from, string to)
    {
        _statements.Add((system, partitions) => system.AddQueue(name, capacity).From(partitions[from]).To(partitions[to]));
        return this;
    }

    /// <summary>States something about the system as a whole.</summary>
    public SourceSystem With(Action<SystemBuilder> statement)
    {
        _statements.Add((system, _) => statement(system));
        return this;
    }

    /// <summary>States something about the system and its partitions, by their names.</summary>
    public SourceSystem With(Action<SystemBuilder, IReadOnlyDictionary<string, PartitionBuilder>> statement)
    {
        _statements.Add(statement);
        return this;
    }

    /// <summary>The same system with one statement more. Made once for each name.</summary>
    /// <param name="name">What is added to the system's name.</param>
    /// <param name="statement">The statement.</param>
    public SourceSystem Variant(string name, Action<SystemBuilder> statement) => _variants.GetOrAdd(name, _ =>
    {
        var variant = new SourceSystem($"{_name}-{name}") { Folder = Folder, Machine = Machine, OptimizePartitions = OptimizePartitions };
        foreach (var (partition, sources) in _sources)
            variant._sources.Add(partition, sources);
        foreach (var (partition, write) in _executables)
            variant._executables.Add(partition, write);
        variant._statements.AddRange(_statements);
        return variant.With(statement);
    });

    /// <summary>The image in one compiler mode.</summary>
    public ImageResult Build(CompilerMode mode) =>
        _images.GetOrAdd(mode, mode => new Lazy<ImageResult>(() => BuildNow(mode))).Value;

    /// <summary>Starts the image in QEMU, in instruction-count mode unless stated otherwise.</summary>
    public Task<QemuMachine> StartAsync(
        CompilerMode mode, Func<QemuOptions, QemuOptions>? configure = null, CancellationToken cancellation = default)
    {
        var options = new QemuOptions { Image = Build(mode).ImagePath, CountInstructions = true };
        return QemuMachine.StartAsync(configure?.Invoke(options) ?? options, cancellation);
    }

    /// <summary>A signed image of one partition of the system, made of another source text.</summary>
    /// <param name="mode">The compiler mode.</param>
    /// <param name="partition">The partition's name.</param>
    /// <param name="version">A name for the source text: the folder of what is made is called so.</param>
    /// <param name="source">The source text.</param>
    /// <param name="key">The private half of the system's key.</param>
    public byte[] NewImage(CompilerMode mode, string partition, string version, string source, SigningKey key)
    {
        var folder = Path.Combine(Folder, _name, $"{mode}-{version}");
        var system = Compose(folder, name => name == partition ? [source] : _sources[name]);
        var diagnostics = new DiagnosticBag();
        return PartitionImageBuilder.TryBuild(system, partition, key, OptionsFor(folder, mode), diagnostics, out var image)
            ? image
            : throw new InvalidOperationException($"A new image of '{partition}' is not made:{Environment.NewLine}{string.Join(Environment.NewLine, diagnostics)}");
    }

    private ImageResult BuildNow(CompilerMode mode)
    {
        var folder = Path.Combine(Folder, _name, mode.ToString());
        var system = Compose(folder, partition => _sources[partition]);
        var diagnostics = new DiagnosticBag();
        return ImageBuilder.TryBuild(system, OptionsFor(folder, mode), diagnostics, out var result)
            ? result
            : throw new InvalidOperationException($"System '{_name}' does not build:{Environment.NewLine}{string.Join(Environment.NewLine, diagnostics)}");
    }

    private SystemBuilder Compose(string folder, Func<string, IReadOnlyList<string>> sourcesOf)
    {
        var system = SystemBuilder.Create(_name, Machine);
        var partitions = _sources.Keys.ToDictionary(
            partition => partition,
            partition => system.AddPartition(partition, PartitionCompiler.Compile(folder, ToAssemblyName(partition), sourcesOf(partition))));
        foreach (var (partition, write) in _executables)
            partitions.Add(partition, system.AddPartition(partition, new PartitionExecutable(partition, write(folder))));
        foreach (var statement in _statements)
            statement(system, partitions);
        return system;
    }

    private ImageOptions OptionsFor(string folder, CompilerMode mode) => new()
    {
        OutputPath = Path.Combine(folder, _name + ".elf"),
        IntermediateFolder = Path.Combine(folder, "obj"),
        CommonFolder = Folder == SystemsFolder ? CommonFolder.Value : null,
        WholeProgram = mode == CompilerMode.Release,
        OptimizePartitions = OptimizePartitions,
    };

    private static string MakeEmpty(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        return Directory.CreateDirectory(folder).FullName;
    }

    private static string ToAssemblyName(string partition) => "Test." + char.ToUpperInvariant(partition[0]) + partition[1..].Replace('-', '_');
}
