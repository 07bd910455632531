using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0403: the runtime's console writes the registers of a 16550.</summary>
internal static class ConsoleNotUart
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0403",
        "Console on a device that is no UART",
        "The console of partition '{0}' is on {1}, which is not a 16550 UART. Use one ({2}), or PartitionConsole.Debug.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        var uarts = system.Machine.Devices.Where(device => device.Kind == DeviceKind.Uart16550).Select(device => device.Name);
        foreach (var partition in system.Partitions)
        {
            if (partition.Console.Value.Uart is { } device && (device.Kind != DeviceKind.Uart16550 || device.Ports.IsEmpty))
                diagnostics.Report(Descriptor, partition.Console.Location, partition.Name, device, string.Join(", ", uarts));
        }
    }
}
