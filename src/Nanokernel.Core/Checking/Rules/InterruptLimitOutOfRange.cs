using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0241: a limit has to allow an interrupt, and its time has to be one that the kernel can count.</summary>
internal static class InterruptLimitOutOfRange
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0241",
        "Interrupt limit out of range",
        "The limit of {0} of partition '{1}', {2}, is out of range: a limit is 1 interrupt or more, within 1 microsecond to 1 minute.");

    private const long LeastTicks = TimeSpan.TicksPerMillisecond / 1000;

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var partition in system.Partitions)
        {
            foreach (var limit in partition.InterruptLimits)
            {
                if (!IsPossible(limit.Value.Limit))
                    diagnostics.Report(Descriptor, limit.Location, $"IRQ {limit.Value.Line}", partition.Name, limit.Value.Limit);
            }

            foreach (var function in partition.PciFunctions)
            {
                if (!IsPossible(function.Value.InterruptLimit))
                    diagnostics.Report(Descriptor, function.Location, $"PCI function {function.Value}", partition.Name, function.Value.InterruptLimit);
            }
        }
    }

    private static bool IsPossible(InterruptLimit limit) =>
        limit.Interrupts >= 1 && limit.Within.Ticks is >= LeastTicks and <= TimeSpan.TicksPerMinute;
}
