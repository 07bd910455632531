using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>Events and actions of fault tables in messages.</summary>
internal static class FaultWording
{
    internal static string Event(FaultEvent? fault) => fault?.ToString() ?? "every fault";

    internal static string Action(FaultAction action) => $"FaultAction.{action}";

    /// <summary>What an event can be answered with: <c>FaultAction.Stop, Restart, RestartCold or Halt</c>.</summary>
    /// <param name="fault">The event; null: every fault.</param>
    /// <param name="excluded">An action to leave out.</param>
    internal static string PossibleActions(FaultEvent? fault, FaultAction excluded)
    {
        var names = FaultTable.Actions
            .Where(action => action != excluded && FaultTable.IsPossible(fault, action))
            .Select(action => action.ToString())
            .ToList();
        return $"FaultAction.{string.Join(", ", names.Take(names.Count - 1))} or {names[names.Count - 1]}";
    }
}
