using Nanokernel.Checking.Rules;
using Nanokernel.Model;

namespace Nanokernel.Checking;

/// <summary>
/// The rules whose findings no further declaration can take back. They hold for a part of a system too, so the analyzer runs them, from
/// these same sources, over the constants that it sees.
/// </summary>
internal static class StatementRules
{
    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        InvalidName.Check(system, diagnostics);
        DuplicateName.Check(system, diagnostics);
        ReservedName.Check(system, diagnostics);
        TooManyPartitions.Check(system, diagnostics);
        TooManyPortOwners.Check(system, diagnostics);
        SizeOutOfRange.Check(system, diagnostics);
        SizeNotPageMultiple.Check(system, diagnostics);
        PortRangeInvalid.Check(system, diagnostics);
        PortsOwnedTwice.Check(system, diagnostics);
        PortsReserved.Check(system, diagnostics);
        InterruptOwnedTwice.Check(system, diagnostics);
        InterruptReserved.Check(system, diagnostics);
        InterruptOutOfRange.Check(system, diagnostics);
        TriggerNotPossible.Check(system, diagnostics);
        TriggerClash.Check(system, diagnostics);
        DeviceOwnedTwice.Check(system, diagnostics);
        DeviceReserved.Check(system, diagnostics);
        DeviceMemoryNotMapped.Check(system, diagnostics);
        RepeatedClaim.Check(system, diagnostics);
        QueueEndRepeated.Check(system, diagnostics);
        QueueToItself.Check(system, diagnostics);
        QueueCapacityOutOfRange.Check(system, diagnostics);
        ConsoleNotUart.Check(system, diagnostics);
    }
}
