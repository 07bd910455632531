namespace Nanokernel.Abi;

/// <summary>What a watcher can ask for with <see cref="Hypercall.CommandPartition"/>.</summary>
public static class PartitionCommand
{
    /// <summary>Stop the partition.</summary>
    public const uint Stop = 1;

    /// <summary>Start it anew; it finds its persistent memory.</summary>
    public const uint Restart = 2;

    /// <summary>Start it anew, with persistent memory as at first use.</summary>
    public const uint RestartCold = 3;
}
