namespace Nanokernel;

/// <summary>
/// A partition in another language: an ELF32 executable for IA-32, linked by its own tools at the address where partitions begin. The SDK
/// generates one for each <c>PartitionExecutable</c> item of a system project, in the class <c>Executables</c>.
/// </summary>
/// <param name="Name">The name in messages.</param>
/// <param name="FilePath">The file; a relative path counts from the current folder.</param>
public sealed record PartitionExecutable(string Name, string FilePath) : PartitionProgram(Name)
{
    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
