using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0203: a partition that drove these ports could stop, reset or overwrite the whole machine.</summary>
internal static class PortsReserved
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0203",
        "Ports of the kernel",
        "The ports {0} of partition '{1}' overlap {2} of the {3}, which only the kernel drives: {4}. Leave them out.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var (owner, claim) in OwnedClaim.Ports(system))
        {
            if (!claim.Range.IsValid || claim.Device is { IsKernelOwned: true })
                continue;
            foreach (var device in system.Machine.Devices.Where(device => device.IsKernelOwned))
            {
                foreach (var reserved in device.Ports.Where(claim.Range.Overlaps))
                    diagnostics.Report(Descriptor, claim.Location, claim, owner.Name, reserved, device.Name, device.KernelReason);
            }
        }
    }
}
