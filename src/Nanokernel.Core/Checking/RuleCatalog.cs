using System.Collections.Immutable;
using Nanokernel.Checking.ManifestRules;
using Nanokernel.Checking.Rules;

namespace Nanokernel.Checking;

/// <summary>All rules about systems, NK0001 to NK0999. An id, once released, keeps its meaning for ever.</summary>
public static class RuleCatalog
{
    /// <summary>The rules, by id.</summary>
    public static ImmutableArray<RuleDescriptor> All { get; } =
    [
        InvalidName.Descriptor,
        DuplicateName.Descriptor,
        ReservedName.Descriptor,
        NoPartitions.Descriptor,
        TooManyPartitions.Descriptor,
        TooManyPortOwners.Descriptor,
        MissingAssembly.Descriptor,
        NotAPartition.Descriptor,
        UnreadableAssembly.Descriptor,
        MissingReference.Descriptor,
        OtherRevision.Descriptor,
        SizeNotPageMultiple.Descriptor,
        SizeOutOfRange.Descriptor,
        StackAndHeapDoNotFit.Descriptor,
        MachineMemoryExceeded.Descriptor,
        KernelWindowExceeded.Descriptor,
        ChannelMemoryExceeded.Descriptor,
        ImageDoesNotFit.Descriptor,
        PortRangeInvalid.Descriptor,
        PortsOwnedTwice.Descriptor,
        PortsReserved.Descriptor,
        InterruptOwnedTwice.Descriptor,
        InterruptReserved.Descriptor,
        InterruptOutOfRange.Descriptor,
        TriggerNotPossible.Descriptor,
        DeviceOwnedTwice.Descriptor,
        DeviceReserved.Descriptor,
        RepeatedClaim.Descriptor,
        InterruptWithoutPorts.Descriptor,
        TriggerClash.Descriptor,
        DeviceMemoryNotMapped.Descriptor,
        QueueEndMissing.Descriptor,
        QueueEndRepeated.Descriptor,
        QueueToItself.Descriptor,
        QueueCapacityOutOfRange.Descriptor,
        ForeignPartition.Descriptor,
        QueueUnused.Descriptor,
        MessageTypeNotSupported.Descriptor,
        EndTypeWrong.Descriptor,
        EndDeclaredTwice.Descriptor,
        EndNotWired.Descriptor,
        WiredEndNotDeclared.Descriptor,
        MessageLayoutsDiffer.Descriptor,
        MessageTooLarge.Descriptor,
        TooManyEnds.Descriptor,
        ConsoleNotOwned.Descriptor,
        ConsoleShared.Descriptor,
        ConsoleNotUart.Descriptor,
    ];
}
