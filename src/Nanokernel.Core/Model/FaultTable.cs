using Nanokernel.Abi;

namespace Nanokernel.Model;

/// <summary>What is done about each event: the statements of a partition, completed by what holds without them.</summary>
internal static class FaultTable
{
    /// <summary>All actions.</summary>
    internal static IEnumerable<FaultAction> Actions { get; } = (FaultAction[])Enum.GetValues(typeof(FaultAction));

    /// <summary>All events.</summary>
    internal static IEnumerable<FaultEvent> Events { get; } = (FaultEvent[])Enum.GetValues(typeof(FaultEvent));

    /// <summary>Whether a partition can go on after an event, so that it may be ignored or only told.</summary>
    internal static bool CanGoOn(FaultEvent fault) =>
        fault is FaultEvent.InterruptStorm or FaultEvent.MissedHeartbeat or FaultEvent.BudgetExhausted or FaultEvent.IllegalHypercall;

    /// <summary>Whether an event stops a partition that states nothing about it.</summary>
    internal static bool StopsByDefault(FaultEvent fault) => fault is not (FaultEvent.BudgetExhausted or FaultEvent.IllegalHypercall);

    /// <summary>Whether an action is possible: a line that is masked without a word would be silent for ever.</summary>
    /// <param name="fault">What happens; null: everything that a partition cannot go on after.</param>
    /// <param name="action">What is done about it.</param>
    internal static bool IsPossible(FaultEvent? fault, FaultAction action) => action switch
    {
        FaultAction.Ignore => fault is FaultEvent.BudgetExhausted or FaultEvent.IllegalHypercall,
        FaultAction.Notify => fault is { } one && CanGoOn(one),
        _ => Actions.Contains(action) && (fault is not { } one || Events.Contains(one)),
    };

    /// <summary>The action for an event.</summary>
    internal static FaultAction ActionFor(PartitionDeclaration partition, FaultEvent fault)
    {
        var own = partition.FaultResponses.LastOrDefault(response => response.Value.Fault == fault);
        if (own is null && StopsByDefault(fault))
            own = partition.FaultResponses.LastOrDefault(response => response.Value.Fault is null);
        return own?.Value.Action ?? DefaultActionFor(fault);
    }

    /// <summary>The action for an event of a partition that states nothing.</summary>
    internal static FaultAction DefaultActionFor(FaultEvent fault) => StopsByDefault(fault) ? FaultAction.Stop : FaultAction.Ignore;

    /// <summary>Whether an action starts a partition anew.</summary>
    internal static bool IsRestart(FaultAction action) => action is FaultAction.Restart or FaultAction.RestartCold;

    /// <summary>Whether a fault of a partition starts it anew.</summary>
    internal static bool RestartsItself(PartitionDeclaration partition) => Events.Any(fault => IsRestart(ActionFor(partition, fault)));

    /// <summary>Those who watch a partition, by name.</summary>
    internal static IEnumerable<string> WatchersOf(SystemDeclaration system, PartitionDeclaration partition) => system.Channels
        .Where(channel => channel.Kind == ChannelKind.Watch && channel.Name == partition.Name)
        .SelectMany(watch => watch.WiresOf(ChannelRole.Watcher))
        .Select(watcher => watcher.Partition);

    /// <summary>Whether a partition can come to start anew: by its own table, or because a watcher may ask for it.</summary>
    internal static bool IsRestartable(SystemDeclaration system, PartitionDeclaration partition) =>
        RestartsItself(partition) || WatchersOf(system, partition).Any();
}
