using Nanokernel.Abi;

namespace Nanokernel;

/// <summary>What has happened to a watched partition.</summary>
public enum FaultEvent
{
    /// <summary>An exception of the processor that is not <see cref="StackOverflow"/>: a null reference, memory of others, a forbidden instruction.</summary>
    ProcessorException = (int)FaultKind.ProcessorException,

    /// <summary>The stack is exhausted.</summary>
    StackOverflow = (int)FaultKind.StackOverflow,

    /// <summary><c>throw</c> was executed.</summary>
    UnhandledException = (int)FaultKind.UnhandledException,

    /// <summary>The partition gave itself up, with <c>Environment.FailFast</c>.</summary>
    FailFast = (int)FaultKind.FailFast,

    /// <summary>The heap is exhausted.</summary>
    HeapExhausted = (int)FaultKind.HeapExhausted,

    /// <summary>One of its interrupt lines asks more often than its limit allows; the line is masked.</summary>
    InterruptStorm = (int)FaultKind.InterruptStorm,

    /// <summary>No heartbeat came in time.</summary>
    MissedHeartbeat = (int)FaultKind.MissedHeartbeat,

    /// <summary>The partition had more to do than its budget of a period.</summary>
    BudgetExhausted = (int)FaultKind.BudgetExhausted,

    /// <summary>A hypercall that there is not, or with arguments that it cannot have.</summary>
    IllegalHypercall = (int)FaultKind.IllegalHypercall,

    /// <summary>A watcher has stopped it or has it started anew.</summary>
    Commanded = (int)FaultKind.Commanded,
}
