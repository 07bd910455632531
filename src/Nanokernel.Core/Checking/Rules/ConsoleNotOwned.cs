using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0401: a partition drives its console's UART itself, so it has to own it.</summary>
internal static class ConsoleNotOwned
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0401",
        "Console on a UART of another",
        "The console of partition '{0}' is on {1}, which {2}. Add .OwnsDevice for {1}, or use PartitionConsole.Debug.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var partition in system.Partitions)
        {
            if (partition.Console.Value.Uart is not { } uart || OwnedClaim.OwnsDevice(partition, uart))
                continue;
            if (ConsoleShared.IsSecond(system, partition))
                continue;
            var owner = system.Partitions.FirstOrDefault(other => OwnedClaim.OwnsDevice(other, uart));
            var ownership = owner is null ? "it does not own" : $"partition '{owner.Name}' owns";
            diagnostics.Report(Descriptor, partition.Console.Location, partition.Name, uart, ownership);
        }
    }
}
