using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0231: numbers that no PCI function can have.</summary>
internal static class PciMatchOutOfRange
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0231",
        "PCI function that cannot be",
        "The {0} of PCI function '{1}', claimed by partition '{2}', is {3}; it can be 0 to {4}.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var (owner, claim) in PciClaim.All(system))
        {
            var match = claim.Value.Match;
            (string Name, int? Value, int Maximum)[] numbers =
            [
                ("vendor ID", match.VendorId, 0xFFFE),
                ("device ID", match.DeviceId, 0xFFFF),
                ("base class", match.BaseClass, 0xFF),
                ("sub-class", match.SubClass, 0xFF),
                ("programming interface", match.ProgrammingInterface, 0xFF),
                ("bus", match.Bus, 0xFF),
                ("device number", match.Device, 31),
                ("function number", match.Function, 7),
                ("instance", match.Instance, 0xFFFF),
            ];
            foreach (var (name, value, maximum) in numbers)
            {
                if (value is { } number && (number < 0 || number > maximum))
                    diagnostics.Report(Descriptor, claim.Location, name, claim.Value.Name, owner.Name, number, maximum);
            }
        }
    }
}
