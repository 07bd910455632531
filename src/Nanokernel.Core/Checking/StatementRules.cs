using Nanokernel.Checking.Rules;
using Nanokernel.Model;

namespace Nanokernel.Checking;

/// <summary>
/// The rules whose findings no further declaration can take back. They hold for a part of a system too, so the analyzer runs them, from
/// these same sources, over the constants that it sees.
/// </summary>
internal static class StatementRules
{
    private static readonly (RuleDescriptor Rule, Action<SystemDeclaration, DiagnosticBag> Check)[] Rules =
    [
        (InvalidName.Descriptor, InvalidName.Check),
        (DuplicateName.Descriptor, DuplicateName.Check),
        (ReservedName.Descriptor, ReservedName.Check),
        (TooManyPartitions.Descriptor, TooManyPartitions.Check),
        (TooManyPortOwners.Descriptor, TooManyPortOwners.Check),
        (SizeOutOfRange.Descriptor, SizeOutOfRange.Check),
        (SizeNotPageMultiple.Descriptor, SizeNotPageMultiple.Check),
        (PortRangeInvalid.Descriptor, PortRangeInvalid.Check),
        (PortsOwnedTwice.Descriptor, PortsOwnedTwice.Check),
        (PortsReserved.Descriptor, PortsReserved.Check),
        (InterruptOwnedTwice.Descriptor, InterruptOwnedTwice.Check),
        (InterruptReserved.Descriptor, InterruptReserved.Check),
        (InterruptOutOfRange.Descriptor, InterruptOutOfRange.Check),
        (TriggerNotPossible.Descriptor, TriggerNotPossible.Check),
        (TriggerClash.Descriptor, TriggerClash.Check),
        (InterruptLimitOutOfRange.Descriptor, InterruptLimitOutOfRange.Check),
        (DeviceOwnedTwice.Descriptor, DeviceOwnedTwice.Check),
        (DeviceReserved.Descriptor, DeviceReserved.Check),
        (DeviceMemoryNotPossible.Descriptor, DeviceMemoryNotPossible.Check),
        (DeviceMemoryOwnedTwice.Descriptor, DeviceMemoryOwnedTwice.Check),
        (DeviceMemoryCachedDifferently.Descriptor, DeviceMemoryCachedDifferently.Check),
        (WriteBackDevice.Descriptor, WriteBackDevice.Check),
        (RepeatedClaim.Descriptor, RepeatedClaim.Check),
        (DmaBufferNotPossible.Descriptor, DmaBufferNotPossible.Check),
        (ChannelEndRepeated.Descriptor, ChannelEndRepeated.Check),
        (ChannelToItself.Descriptor, ChannelToItself.Check),
        (QueueCapacityOutOfRange.Descriptor, QueueCapacityOutOfRange.Check),
        (RecordQueueSizeOutOfRange.Descriptor, RecordQueueSizeOutOfRange.Check),
        (RecordsOverwritten.Descriptor, RecordsOverwritten.Check),
        (ChosenAddressNotPossible.Descriptor, ChosenAddressNotPossible.Check),
        (TooManyLocks.Descriptor, TooManyLocks.Check),
        (CallCycle.Descriptor, CallCycle.Check),
        (BudgetOutOfRange.Descriptor, BudgetOutOfRange.Check),
        (TimeSliceOutOfRange.Descriptor, TimeSliceOutOfRange.Check),
        (ProcessorOverbooked.Descriptor, ProcessorOverbooked.Check),
        (WindowOutOfRange.Descriptor, WindowOutOfRange.Check),
        (WindowsOverlap.Descriptor, WindowsOverlap.Check),
        (TraceSizeOutOfRange.Descriptor, TraceSizeOutOfRange.Check),
        (ConsoleNotUart.Descriptor, ConsoleNotUart.Check),
        (FaultActionNotPossible.Descriptor, FaultActionNotPossible.Check),
        (FaultAnsweredTwice.Descriptor, FaultAnsweredTwice.Check),
        (RestartLimitOutOfRange.Descriptor, RestartLimitOutOfRange.Check),
        (HeartbeatOutOfRange.Descriptor, HeartbeatOutOfRange.Check),
        (QuietWriteNotOwned.Descriptor, QuietWriteNotOwned.Check),
    ];

    internal static IEnumerable<RuleDescriptor> All => Rules.Select(rule => rule.Rule);

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var rule in Rules)
            rule.Check(system, diagnostics);
    }
}
