using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0806: nobody is there to be told.</summary>
internal static class NotifyWithoutWatcher
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0806",
        "Nobody to be told of a fault",
        "Partition '{0}' states FaultAction.Notify for {1}, but no partition watches it, so nobody would be told. "
        + "Add .Watches({0}) to the one that is to be told, or state {2}.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var partition in system.Partitions.Where(partition => !FaultTable.WatchersOf(system, partition).Any()))
        {
            foreach (var response in partition.FaultResponses)
            {
                var (fault, action) = response.Value;
                if (action != FaultAction.Notify || !FaultTable.IsPossible(fault, action))
                    continue;
                diagnostics.Report(
                    Descriptor, response.Location, partition.Name, FaultWording.Event(fault), FaultWording.PossibleActions(fault, FaultAction.Notify));
            }
        }
    }
}
