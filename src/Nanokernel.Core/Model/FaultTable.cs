using Nanokernel.Abi;

namespace Nanokernel.Model;

/// <summary>What is done about each event: the statements of a partition, completed by what holds without them.</summary>
internal static class FaultTable
{
    /// <summary>All events.</summary>
    internal static IEnumerable<FaultEvent> Events { get; } = (FaultEvent[])Enum.GetValues(typeof(FaultEvent));

    /// <summary>Whether a partition can go on after an event, so that it may be ignored or only told.</summary>
    internal static bool CanGoOn(FaultEvent fault) =>
        fault is FaultEvent.InterruptStorm or FaultEvent.MissedHeartbeat or FaultEvent.BudgetExhausted or FaultEvent.IllegalHypercall;

    /// <summary>Whether an event stops a partition that states nothing about it.</summary>
    internal static bool StopsByDefault(FaultEvent fault) => fault is not (FaultEvent.BudgetExhausted or FaultEvent.IllegalHypercall);

    /// <summary>Whether an action is possible: a line that is masked without a word would be silent for ever.</summary>
    internal static bool IsPossible(FaultEvent fault, FaultAction action) => action switch
    {
        FaultAction.Ignore => fault is FaultEvent.BudgetExhausted or FaultEvent.IllegalHypercall,
        FaultAction.Notify => CanGoOn(fault),
        _ => true,
    };

    /// <summary>The action for an event.</summary>
    internal static FaultAction ActionFor(PartitionDeclaration partition, FaultEvent fault)
    {
        var own = partition.FaultResponses.LastOrDefault(response => response.Value.Fault == fault);
        if (own is null && StopsByDefault(fault))
            own = partition.FaultResponses.LastOrDefault(response => response.Value.Fault is null);
        return own?.Value.Action ?? (StopsByDefault(fault) ? FaultAction.Stop : FaultAction.Ignore);
    }

    /// <summary>Whether an action starts a partition anew.</summary>
    internal static bool IsRestart(FaultAction action) => action is FaultAction.Restart or FaultAction.RestartCold;

    /// <summary>Whether a partition can come to start anew: by its own table, or because a watcher may ask for it.</summary>
    internal static bool IsRestartable(SystemDeclaration system, PartitionDeclaration partition) =>
        Events.Any(fault => IsRestart(ActionFor(partition, fault)))
        || (partition.RestartLimit is { } limit && IsRestart(limit.Value.Then))
        || system.Channels.Any(channel => channel.Kind == ChannelKind.Watch && channel.Name == partition.Name);
}
