namespace Nanokernel.X86.Toolchain;

/// <summary>A linked program, with what a debugger has to know of it besides.</summary>
/// <param name="Image">The program.</param>
internal sealed record DebugProgram(LinkedImage Image)
{
    /// <summary>Who comes to the functions that are not called, by their addresses.</summary>
    public IReadOnlyDictionary<uint, FrameEntry> Entries { get; init; } = new Dictionary<uint, FrameEntry>();

    /// <summary>For a kernel: the address of TSS.ESP0, which points behind the context of the interrupted partition.</summary>
    public uint ContextPointer { get; init; }
}
