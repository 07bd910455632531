using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0233: a PCI function with two BARs of one index.</summary>
internal static class PciBarRepeated
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0233",
        "BAR stated twice",
        "PCI function '{0}', claimed by partition '{1}', states BAR {2} twice: {3} and {4}. Remove one, or correct its index.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var (owner, claim) in PciClaim.All(system))
        {
            foreach (var bars in claim.Value.Bars.GroupBy(bar => bar.Index).Where(bars => bars.Count() > 1))
            {
                diagnostics.Report(
                    Descriptor, claim.Location, claim.Value.Name, owner.Name, bars.Key, bars.First(), bars.ElementAt(1));
            }
        }
    }
}
