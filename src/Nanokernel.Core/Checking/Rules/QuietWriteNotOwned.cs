using System.Globalization;
using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0810: the kernel would write to a port of whatever else is there.</summary>
internal static class QuietWriteNotOwned
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0810",
        "Quiet write to a port that the device does not have",
        "Partition '{0}' owns {1}, whose QuietWrites have 0x{2} for port 0x{3}, but {1} has {4}. Correct the port, or add it to the device's Ports.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var partition in system.Partitions)
        {
            foreach (var claims in partition.Devices.GroupBy(device => device.Value.Name))
            {
                var device = claims.First();
                foreach (var write in device.Value.QuietWrites.Where(write => !Has(device.Value, write.Port)))
                {
                    diagnostics.Report(
                        Descriptor,
                        device.Location,
                        partition.Name,
                        device.Value,
                        Hexadecimal(write.Value, "X2"),
                        Hexadecimal(write.Port, "X"),
                        device.Value.Ports.IsEmpty ? "no ports" : $"ports {string.Join(", ", device.Value.Ports)}");
                }
            }
        }
    }

    private static bool Has(Device device, int port) => device.Ports.Any(range => range.Start <= port && port <= range.End);

    private static string Hexadecimal(int value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
