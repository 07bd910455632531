using Nanokernel.Abi;
using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0234: a partition's information page holds a fixed number of PCI functions.</summary>
internal static class TooManyPciFunctions
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0234",
        "Too many PCI functions",
        "Partition '{0}' owns {1} PCI functions; the limit is {2}. '{3}' is the first that is too many: divide the partition.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        const int Maximum = (int)InformationPage.PciFunctionMaximum;
        foreach (var partition in system.Partitions.Where(partition => partition.PciFunctions.Length > Maximum))
        {
            var firstTooMany = partition.PciFunctions[Maximum];
            diagnostics.Report(
                Descriptor, firstTooMany.Location, partition.Name, partition.PciFunctions.Length, Maximum, firstTooMany.Value.Name);
        }
    }
}
