using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0002: two partitions, two channels of a kind, or two PCI functions of a partition, of one name.</summary>
internal static class DuplicateName
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0002",
        "Duplicate name",
        "{0} '{1}' is added twice. A name stands for one {2}: rename one of the two.{3}");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        var seen = new Dictionary<(string Kind, string? Scope, string Text), DeclaredName>();
        foreach (var name in DeclaredName.All(system))
        {
            if (!seen.TryGetValue((name.Kind, name.Scope, name.Text), out var first))
                seen.Add((name.Kind, name.Scope, name.Text), name);
            else
                diagnostics.ReportPair(Descriptor, name.Location, first.Location, name.KindAtStart, name.Text, name.Kind);
        }
    }
}
