using Nanokernel.Abi;
using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0232: a BAR that no PCI function can have (PCI Local Bus Specification 3.0, 6.2.5.1).</summary>
internal static class PciBarNotPossible
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0232",
        "BAR that cannot be",
        "{0} of PCI function '{1}', claimed by partition '{2}', {3}. State the BAR as the device's manual has it.");

    private const int LastIndex = 5;
    private const long LeastMemory = 16;
    private const long LeastPorts = 4;
    private const long MostPorts = 256;

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var (owner, claim) in PciClaim.All(system))
        {
            foreach (var bar in claim.Value.Bars)
            {
                if (FindReason(bar) is { } reason)
                    diagnostics.Report(Descriptor, claim.Location, bar, claim.Value.Name, owner.Name, reason);
            }
        }
    }

    private static string? FindReason(PciBar bar)
    {
        if (bar.Index is < 0 or > LastIndex)
            return $"has an index that is not 0 to {LastIndex}";
        if (bar.Size <= 0 || (bar.Size & (bar.Size - 1)) != 0)
            return "has a size that is not a power of two";
        return bar.Kind == PciBarKind.Ports
            ? bar.Size is < LeastPorts or > MostPorts ? $"has not {LeastPorts} to {MostPorts} ports" : null
            : bar.Size is < LeastMemory or > VirtualMemoryMap.DeviceMemoryBytes
                ? $"has not {LeastMemory} bytes to {VirtualMemoryMap.DeviceMemoryBytes >> 20} MiB of memory"
                : null;
    }
}
