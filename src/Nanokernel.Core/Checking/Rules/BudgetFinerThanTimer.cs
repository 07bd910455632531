using System.Globalization;
using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0511: a budget ends when the timer says so, and the 8254 counts in steps that a short budget feels.</summary>
internal static class BudgetFinerThanTimer
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0511",
        "Budget finer than the timer",
        "The budget of partition '{0}', {1} in each {2}, is kept by the 8254 in counts of {3} us: an error of up to {4} ppm, where {5} ppm is the "
        + "most that this rule lets pass. State a budget of {6} us or more, or a finer timer: TimerKind.LocalApic or Hpet, with the APIC.{7}",
        DiagnosticSeverity.Warning);

    private const int MostPartsPerMillion = 10_000;

    // The PC's 14.31818 MHz crystal divided by 12.
    private const decimal MicrosecondsOfCount = 1_000_000m / 1_193_182m;

    private const decimal TicksPerMicrosecond = TimeSpan.TicksPerMillisecond / 1000m;

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        if (!UsesIntervalTimer(system))
            return;
        foreach (var partition in system.Partitions)
        {
            if (partition.Budget is not { } budget || !BudgetOutOfRange.IsValid(budget.Value))
                continue;
            var error = MicrosecondsOfCount * 1_000_000m / (budget.Value.Amount.Ticks / TicksPerMicrosecond);
            if (error <= MostPartsPerMillion)
                continue;
            diagnostics.ReportPair(
                Descriptor,
                budget.Location,
                system.Timer?.Location,
                partition.Name,
                Duration.Format(budget.Value.Amount),
                Duration.Format(budget.Value.Period),
                MicrosecondsOfCount.ToString("0.00", CultureInfo.InvariantCulture),
                error.ToString("N0", CultureInfo.InvariantCulture),
                MostPartsPerMillion.ToString("N0", CultureInfo.InvariantCulture),
                Math.Ceiling(MicrosecondsOfCount * 1_000_000m / MostPartsPerMillion).ToString("0", CultureInfo.InvariantCulture));
        }
    }

    private static bool UsesIntervalTimer(SystemDeclaration system) => system.Timer is { } timer
        ? timer.Value == TimerKind.Intel8254
        : system.InterruptController.Value == InterruptControllerKind.Intel8259;
}
