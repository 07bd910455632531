using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0305: an end that leads to a partition which is not in this system.</summary>
internal static class ForeignPartition
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0305",
        "Queue to a partition of another system",
        "Queue '{0}' is wired to partition '{1}', which system '{2}' does not have.{3} Add it with system.AddPartition.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        var names = system.Partitions.Select(partition => partition.Name).ToList();
        foreach (var queue in system.Queues)
        {
            foreach (var end in queue.Senders.Concat(queue.Receivers))
            {
                if (!names.Contains(end.Value))
                    diagnostics.Report(Descriptor, end.Location, queue.Name, end.Value, system.Name, Suggest(end.Value, names));
            }
        }
    }

    /// <summary>A partition of another system is written <c>other/name</c>; one of that name here is likely to be meant.</summary>
    private static string Suggest(string name, List<string> names)
    {
        var own = name.Substring(name.LastIndexOf('/') + 1);
        return own != name && names.Contains(own) ? NameSuggestion.Sentence(own) : NameSuggestion.For(own, names);
    }
}
