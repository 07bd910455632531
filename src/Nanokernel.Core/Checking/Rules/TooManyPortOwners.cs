using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0006: the I/O bitmaps of all port owners stand behind one task segment, whose offset field reaches seven.</summary>
internal static class TooManyPortOwners
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0006",
        "Too many partitions with ports",
        "{0} partitions of system '{1}' own ports: {2}; the limit is {3}, for each takes an I/O bitmap of 8 KiB in one task segment."
        + " Let one partition drive several devices.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        var owners = system.Partitions.Where(partition => partition.PortClaims.Any() || partition.PciFunctions.Any(function => function.Value.Bars.Any(bar => bar.Kind == PciBarKind.Ports))).ToList();
        if (owners.Count > SystemLimits.PortOwners)
        {
            diagnostics.Report(
                Descriptor,
                owners[SystemLimits.PortOwners].Location,
                owners.Count,
                system.Name,
                string.Join(", ", owners.Select(owner => $"'{owner.Name}'")),
                SystemLimits.PortOwners);
        }
    }
}
