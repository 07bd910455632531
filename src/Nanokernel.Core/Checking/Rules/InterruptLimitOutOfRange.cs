using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0241: a limit has to allow an interrupt, and its time has to be one that the kernel can count.</summary>
internal static class InterruptLimitOutOfRange
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0241",
        "Interrupt limit out of range",
        "The limit of IRQ {0} of partition '{1}', {2}, is out of range: a limit is 1 interrupt or more, within 1 microsecond to 1 minute.");

    private const long LeastTicks = TimeSpan.TicksPerMillisecond / 1000;

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var partition in system.Partitions)
        {
            foreach (var limit in partition.InterruptLimits)
            {
                var (interrupts, within) = limit.Value.Limit;
                if (interrupts < 1 || within.Ticks < LeastTicks || within.Ticks > TimeSpan.TicksPerMinute)
                    diagnostics.Report(Descriptor, limit.Location, limit.Value.Line, partition.Name, limit.Value.Limit);
            }
        }
    }
}
