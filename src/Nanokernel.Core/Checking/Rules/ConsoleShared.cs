using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0402: two partitions write to one UART. Where both also own it, NK0204 says so.</summary>
internal static class ConsoleShared
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0402",
        "Two consoles on one UART",
        "{0} is the console of partition '{1}' and of partition '{2}'. A UART has one owner: give '{2}' another,"
        + " or send its output over a channel.{3}");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var partition in system.Partitions)
        {
            if (!IsSecond(system, partition))
                continue;
            var first = FirstWith(system, partition.Console.Value.Uart!);
            diagnostics.ReportPair(
                Descriptor, partition.Console.Location, first.Console.Location, partition.Console.Value.Uart, first.Name, partition.Name);
        }
    }

    internal static bool IsSecond(SystemDeclaration system, PartitionDeclaration partition) =>
        partition.Console.Value.Uart is { } uart
        && !ReferenceEquals(FirstWith(system, uart), partition)
        && !OwnedClaim.OwnsDevice(partition, uart);

    private static PartitionDeclaration FirstWith(SystemDeclaration system, Device uart) =>
        system.Partitions.First(partition => partition.Console.Value.Uart?.Name == uart.Name);
}
