namespace Nanokernel.X86.Building;

/// <summary>Where an image goes and how it is made.</summary>
public sealed record ImageOptions
{
    /// <summary>The path of the image; <c>NAME.map.txt</c>, <c>NAME.json</c> and the folder <c>NAME.debug</c> are written beside it.</summary>
    public required string OutputPath { get; init; }

    /// <summary>The folder of intermediate files, which makes the next build shorter. It can be deleted at any time.</summary>
    public required string IntermediateFolder { get; init; }

    /// <summary>A folder that this build has in common with those of other systems, so that none compiles what another has compiled; null for none.</summary>
    internal string? CommonFolder { get; init; }

    /// <summary>Whether the NativeAOT compiler sees the whole program (Release) or compiles with <c>--noscan</c> (Debug).</summary>
    public bool WholeProgram { get; init; } = true;

    /// <summary>
    /// Whether the code of partitions is optimised. Otherwise each of its lines has code of its own, for debuggers. The kernel always is.
    /// </summary>
    public bool OptimizePartitions { get; init; } = true;

    /// <summary>The NativeAOT compiler; null for the pinned one in NuGet's packages folder.</summary>
    public string? IlcPath { get; init; }

    /// <summary>Whether the image carries the names of methods, for the call stacks of fault records.</summary>
    public bool Symbols { get; init; } = true;

    /// <summary>Takes a line for each step that runs; null for none.</summary>
    public Action<string>? Progress { get; init; }
}
