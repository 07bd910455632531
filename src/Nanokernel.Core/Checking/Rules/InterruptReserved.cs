using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0205: line 0 is the kernel's timer; line 2 joins the two interrupt controllers.</summary>
internal static class InterruptReserved
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0205",
        "Interrupt line of the kernel",
        "{0} of partition '{1}' is the line of the {2}, which only the kernel drives: {3}. Choose another line.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var (owner, claim) in OwnedClaim.Interrupts(system))
        {
            if (claim.Device is { IsKernelOwned: true })
                continue;
            foreach (var device in system.Machine.Devices.Where(device => device.IsKernelOwned))
            {
                if (device.Interrupts.Any(line => line.Line == claim.Line))
                    diagnostics.Report(Descriptor, claim.Location, claim, owner.Name, device.Name, device.KernelReason);
            }
        }
    }
}
