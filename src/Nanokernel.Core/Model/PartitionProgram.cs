namespace Nanokernel;

/// <summary>
/// What runs in a partition: a <see cref="PartitionProject"/> or a <see cref="PartitionExecutable"/>. Which of them it is decides how it is
/// read, linked, entered and interrupted; everything else is the same for all partitions.
/// </summary>
public abstract record PartitionProgram
{
    private protected PartitionProgram(string name) => Name = name;

    /// <summary>The name in messages.</summary>
    public string Name { get; init; }
}
