using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0805: an answer to an event for which the partition lacks what brings it about.</summary>
internal static class FaultThatCannotCome
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0805",
        "Answer to an event that cannot come",
        "Partition '{0}' states {1} for {2}, which cannot come: {3}, or remove the statement.",
        DiagnosticSeverity.Warning);

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var partition in system.Partitions)
        {
            foreach (var response in partition.FaultResponses)
            {
                if (ReasonAgainst(partition, response.Value.Fault) is not { } reason)
                    continue;
                diagnostics.Report(
                    Descriptor,
                    response.Location,
                    partition.Name,
                    FaultWording.Action(response.Value.Action),
                    FaultWording.Event(response.Value.Fault),
                    reason);
            }
        }
    }

    private static string? ReasonAgainst(PartitionDeclaration partition, FaultEvent? fault) => fault switch
    {
        FaultEvent.MissedHeartbeat when partition.Heartbeat is null => "no heartbeat is expected of it. Add .WithHeartbeat",
        FaultEvent.BudgetExhausted when partition.Budget is null => "it has no budget. Add .WithBudget",
        FaultEvent.InterruptStorm when !HasLine(partition) => "it owns no interrupt line. Give it the device or the line",
        _ => null,
    };

    private static bool HasLine(PartitionDeclaration partition) =>
        partition.InterruptClaims.Any() || partition.PciFunctions.Any(function => function.Value.UsesInterrupt);
}
