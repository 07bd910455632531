using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>
/// NK0230: two claims mean the same PCI function. Claims that mean one by different words, such as its IDs and its address, are found at
/// boot.
/// </summary>
internal static class PciFunctionOwnedTwice
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0230",
        "PCI function owned twice",
        "The PCI function {0} is owned by partition '{1}', as '{2}', and by partition '{3}', as '{4}'. A function has one owner: remove one, "
        + "or state the instances if there are several.{5}");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        var firstClaims = new Dictionary<PciMatch, (PartitionDeclaration Owner, Stated<PciFunction> Claim)>();
        foreach (var (owner, claim) in PciClaim.All(system))
        {
            if (!firstClaims.TryGetValue(claim.Value.Match, out var first))
                firstClaims.Add(claim.Value.Match, (owner, claim));
            else if (!ReferenceEquals(owner, first.Owner) || claim.Value.Name != first.Claim.Value.Name)
            {
                diagnostics.ReportPair(
                    Descriptor, claim.Location, first.Claim.Location, claim.Value.Match, first.Owner.Name, first.Claim.Value.Name, owner.Name, claim.Value.Name);
            }
        }
    }
}
