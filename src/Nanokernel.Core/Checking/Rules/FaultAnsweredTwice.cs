using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0802: of two answers to one event the later would hold, and the earlier would be read as if it did.</summary>
internal static class FaultAnsweredTwice
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0802",
        "Event answered twice",
        "Partition '{0}' answers {1} twice, {2}. An event has one answer: remove one of the two.{3}");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var partition in system.Partitions)
        {
            foreach (var responses in partition.FaultResponses.GroupBy(response => response.Value.Fault))
            {
                var first = responses.First();
                foreach (var response in responses.Skip(1))
                {
                    diagnostics.ReportPair(
                        Descriptor,
                        response.Location,
                        first.Location,
                        partition.Name,
                        FaultWording.Event(responses.Key),
                        Actions(first.Value.Action, response.Value.Action));
                }
            }
        }
    }

    private static string Actions(FaultAction first, FaultAction second) => first == second
        ? $"both times with {FaultWording.Action(first)}"
        : $"with {FaultWording.Action(first)} and with {FaultWording.Action(second)}";
}
