using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0206: the pair of interrupt controllers has 16 lines.</summary>
internal static class InterruptOutOfRange
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0206",
        "Interrupt line out of range",
        "{0} of partition '{1}' does not exist: the lines of machine '{2}' are 0 to {3}.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var (owner, claim) in OwnedClaim.Interrupts(system))
        {
            if (!OwnedClaim.IsLine(claim.Line))
                diagnostics.Report(Descriptor, claim.Location, claim, owner.Name, system.Machine.Name, Machine.InterruptLineCount - 1);
        }
    }
}
