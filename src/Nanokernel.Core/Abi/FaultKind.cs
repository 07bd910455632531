namespace Nanokernel.Abi;

/// <summary>What has happened to a partition: <see cref="FaultRecord.Kind"/>.</summary>
public static class FaultKind
{
    /// <summary>An exception of the processor (SDM vol. 3A, table 6-1) that is not <see cref="StackOverflow"/>.</summary>
    public const uint ProcessorException = 1;

    /// <summary>The guard below the stack was touched.</summary>
    public const uint StackOverflow = 2;

    /// <summary><c>throw</c> was executed, and nobody caught it.</summary>
    public const uint UnhandledException = 3;

    /// <summary>The partition gave itself up: <c>Environment.FailFast</c>, or a panic of its own.</summary>
    public const uint FailFast = 4;

    /// <summary>The heap has no room for an object.</summary>
    public const uint HeapExhausted = 5;

    /// <summary>An interrupt line asked more often than its limit allows.</summary>
    public const uint InterruptStorm = 6;

    /// <summary>No heartbeat came in time.</summary>
    public const uint MissedHeartbeat = 7;

    /// <summary>The partition had more to do than its budget of a period.</summary>
    public const uint BudgetExhausted = 8;

    /// <summary>A hypercall that there is not, or with arguments that it cannot have.</summary>
    public const uint IllegalHypercall = 9;

    /// <summary>A watcher has asked for it.</summary>
    public const uint Commanded = 10;

    /// <summary>One more than the largest.</summary>
    public const uint Count = 11;
}
