using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0803: a limit has to allow a restart, in a time that the kernel can count, and has to end in something else.</summary>
internal static class RestartLimitOutOfRange
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0803",
        "Restart limit out of range",
        "The restart limit of partition '{0}', {1} within {2} and then {3}, is out of range: a limit is 1 to 1,000 restarts within 1 ms to 1 hour, "
        + "and then FaultAction.Stop or Halt.");

    private const int MostRestarts = 1_000;

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var partition in system.Partitions)
        {
            if (partition.RestartLimit is { } limit && !IsPossible(limit.Value))
            {
                diagnostics.Report(
                    Descriptor,
                    limit.Location,
                    partition.Name,
                    limit.Value.Restarts,
                    Duration.Format(limit.Value.Within),
                    FaultWording.Action(limit.Value.Then));
            }
        }
    }

    private static bool IsPossible(RestartLimit limit) =>
        limit.Restarts is >= 1 and <= MostRestarts
        && limit.Within.Ticks is >= TimeSpan.TicksPerMillisecond and <= TimeSpan.TicksPerHour
        && limit.Then is FaultAction.Stop or FaultAction.Halt;
}
