using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0207: the machine's wiring fixes the trigger of some lines.</summary>
internal static class TriggerNotPossible
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0207",
        "Trigger that the line cannot have",
        "{0} of partition '{1}' is stated as level-triggered, but machine '{2}' wires lines {3} to be edge-triggered. State "
        + "InterruptTrigger.Edge.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var (owner, claim) in OwnedClaim.Interrupts(system))
        {
            if (claim.Trigger == InterruptTrigger.Level && system.Machine.EdgeOnlyLines.Contains(claim.Line))
            {
                diagnostics.Report(
                    Descriptor, claim.Location, claim, owner.Name, system.Machine.Name, string.Join(", ", system.Machine.EdgeOnlyLines));
            }
        }
    }
}
