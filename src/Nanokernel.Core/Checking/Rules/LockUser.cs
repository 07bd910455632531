using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>A partition of the system that shares a lock.</summary>
internal sealed record LockUser(ChannelWire Wire, PartitionDeclaration Partition)
{
    internal byte Priority => Partition.Priority.Value.Value;

    internal static IEnumerable<LockUser> Of(SystemDeclaration system, ChannelDeclaration shared) =>
        from wire in shared.Wires
        from partition in system.Partitions
        where partition.Name == wire.Partition
        select new LockUser(wire, partition);
}
