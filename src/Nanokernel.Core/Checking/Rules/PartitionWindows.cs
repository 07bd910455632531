using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>The windows that a cyclic schedule has for a partition.</summary>
internal static class PartitionWindows
{
    internal static bool Has(SystemDeclaration system, PartitionDeclaration partition) => Of(system, partition).Any();

    internal static IEnumerable<ScheduleWindow> Of(SystemDeclaration system, PartitionDeclaration partition) =>
        system.Schedule?.Windows.Select(window => window.Value).Where(window => window.Partition == partition.Name) ?? [];
}
