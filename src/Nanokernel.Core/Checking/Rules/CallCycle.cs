using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0341: partitions that call each other in a circle may all wait for one another.</summary>
internal static class CallCycle
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0341",
        "Calls in a circle",
        "The calls {0} are a circle: each partition in it may wait for the next, and then none goes on. "
        + "Take one call out, or answer over a queue.");

    /// <summary>A call channel as it leads from a client to the server.</summary>
    private readonly record struct Step(ChannelWire Client, string Channel, string Server);

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        var steps = system.Channels.OfType<CallDeclaration>()
            .SelectMany(call => call.WiresOf(ChannelRole.CallServer).Take(1).SelectMany(server => call.WiresOf(ChannelRole.CallClient)
                .Where(client => client.Partition != server.Partition)
                .Select(client => new Step(client, call.Name, server.Partition))))
            .ToList();

        // The step that closes a circle is the finding: it leads back to where the steps before it can come from.
        for (var last = 0; last < steps.Count; last++)
        {
            if (Path(steps.GetRange(0, last), steps[last].Server, steps[last].Client.Partition) is not { } path)
                continue;
            path.Add(steps[last]);
            diagnostics.Report(
                Descriptor,
                steps[last].Client.Location,
                string.Join(", ", path.Select(step => $"'{step.Client.Partition}' -> '{step.Server}' by '{step.Channel}'")));
        }
    }

    /// <summary>The shortest way from one partition to another, or null.</summary>
    private static List<Step>? Path(List<Step> steps, string from, string to)
    {
        var ways = new Dictionary<string, List<Step>>(StringComparer.Ordinal) { [from] = [] };
        var open = new Queue<string>([from]);
        while (open.Count > 0)
        {
            var place = open.Dequeue();
            if (place == to)
                return ways[place];
            foreach (var step in steps.Where(step => step.Client.Partition == place && !ways.ContainsKey(step.Server)))
            {
                ways.Add(step.Server, [.. ways[place], step]);
                open.Enqueue(step.Server);
            }
        }

        return null;
    }
}
