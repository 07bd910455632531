using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>
/// NK0001: the names of systems, partitions, channels and PCI functions become file names, symbols, attribute arguments and records of a fixed
/// size, so they have one narrow form.
/// </summary>
internal static class InvalidName
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0001",
        "Invalid name",
        "{0} name '{1}' is not valid. A name is a lower-case letter and up to 30 lower-case letters, digits and hyphens.{2}");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var name in DeclaredName.All(system))
        {
            if (!DeclaredName.IsValid(name.Text))
                diagnostics.Report(Descriptor, name.Location, name.KindAtStart, name.Text, NameSuggestion.ForInvalidName(name.Text));
        }
    }
}
