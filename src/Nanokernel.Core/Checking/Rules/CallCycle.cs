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

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        var calls = system.Channels.OfType<CallDeclaration>()
            .SelectMany(call => call.WiresOf(ChannelRole.CallServer).Take(1).SelectMany(server => call.WiresOf(ChannelRole.CallClient)
                .Select(client => new PartitionCircle.Step(client.Partition, server.Partition, call.Name, client.Location))));
        foreach (var circle in PartitionCircle.Find(calls))
        {
            diagnostics.Report(
                Descriptor,
                circle[circle.Count - 1].Location,
                string.Join(", ", circle.Select(step => $"'{step.From}' -> '{step.To}' by '{step.Channel}'")));
        }
    }
}
