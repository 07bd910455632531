using System.Globalization;
using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0503: budgets that together promise more than the processor.</summary>
internal static class ProcessorOverbooked
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0503",
        "Processor overbooked",
        "The budgets of system '{0}' are {1} % of the processor ({2}): at most 100 % can be kept. Make budgets smaller or periods longer.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        var budgets = system.Partitions.Where(partition => partition.Budget is { } budget && BudgetOutOfRange.IsValid(budget.Value)).ToList();
        var sum = budgets.Sum(Percent);
        if (sum <= 100)
            return;
        var shares = budgets.Select(partition => $"'{partition.Name}' {Format(Percent(partition))} %");
        diagnostics.Report(Descriptor, budgets[budgets.Count - 1].Budget!.Location, system.Name, Format(sum), string.Join(", ", shares));
    }

    private static double Percent(PartitionDeclaration partition) => partition.Budget!.Value.Utilization * 100;

    private static string Format(double percent) => percent.ToString("0.#", CultureInfo.InvariantCulture);
}
