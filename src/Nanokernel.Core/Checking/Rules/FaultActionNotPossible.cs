using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0801: what a partition cannot go on after can neither be ignored nor only told, and what masks a line is not ignored.</summary>
internal static class FaultActionNotPossible
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0801",
        "Action that the event cannot have",
        "Partition '{0}' states {1} for {2}, but {3}. {4}.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var partition in system.Partitions)
        {
            foreach (var response in partition.FaultResponses)
            {
                var (fault, action) = response.Value;
                if (FaultTable.IsPossible(fault, action))
                    continue;
                diagnostics.Report(
                    Descriptor,
                    response.Location,
                    partition.Name,
                    FaultWording.Action(action),
                    FaultWording.Event(fault),
                    ReasonAgainst(fault, action),
                    IsEvent(fault) ? $"State {FaultWording.PossibleActions(fault, action)}" : "Remove the statement");
            }
        }
    }

    private static string ReasonAgainst(FaultEvent? fault, FaultAction action)
    {
        if (!IsEvent(fault))
            return "there is no such event";
        if (!FaultTable.Actions.Contains(action))
            return "there is no such action";
        return fault is { } one && FaultTable.CanGoOn(one) ? "then nobody would come to know of it" : "it cannot go on after that";
    }

    private static bool IsEvent(FaultEvent? fault) => fault is not { } one || FaultTable.Events.Contains(one);
}
