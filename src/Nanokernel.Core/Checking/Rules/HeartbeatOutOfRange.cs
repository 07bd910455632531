using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0804: the time of a heartbeat has to be one that the kernel can watch.</summary>
internal static class HeartbeatOutOfRange
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0804",
        "Heartbeat out of range",
        "Partition '{0}' states a heartbeat within {1}; it can be within 1 ms to 1 minute.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var partition in system.Partitions)
        {
            if (partition.Heartbeat is { Value.Ticks: < TimeSpan.TicksPerMillisecond or > TimeSpan.TicksPerMinute } heartbeat)
                diagnostics.Report(Descriptor, heartbeat.Location, partition.Name, Duration.Format(heartbeat.Value));
        }
    }
}
