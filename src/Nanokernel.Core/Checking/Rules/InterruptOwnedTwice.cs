using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0204: two partitions own one interrupt line, by the same device or by two devices that share the line.</summary>
internal static class InterruptOwnedTwice
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0204",
        "Interrupt line owned twice",
        "IRQ {0}{1} is owned by partition '{2}'{3} and by partition '{4}'{5}."
        + " An interrupt line has one owner: remove one, or pass its data over a channel.{6}");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        var firstOwners = new Dictionary<int, (PartitionDeclaration Owner, InterruptClaim Claim)>();
        foreach (var (owner, claim) in OwnedClaim.Interrupts(system))
        {
            if (!firstOwners.TryGetValue(claim.Line, out var first))
            {
                firstOwners.Add(claim.Line, (owner, claim));
                continue;
            }

            if (ReferenceEquals(owner, first.Owner) || !OwnedClaim.IsLine(claim.Line))
                continue;
            var isSameDevice = claim.Device?.Name == first.Claim.Device?.Name;
            diagnostics.ReportPair(
                Descriptor,
                claim.Location,
                first.Claim.Location,
                claim.Line,
                isSameDevice ? InParentheses(claim.Device) : "",
                first.Owner.Name,
                isSameDevice ? "" : InParentheses(first.Claim.Device),
                owner.Name,
                isSameDevice ? "" : InParentheses(claim.Device));
        }
    }

    private static string InParentheses(Device? device) => device is null ? "" : $" ({device.Name})";
}
