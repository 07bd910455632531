using Nanokernel.Checking.Rules;
using Nanokernel.Model;

namespace Nanokernel.Checking;

/// <summary>The rules that need the whole declaration: what is missing in it can be the finding. And those about PCI functions, of which
/// the analyzer reads none.</summary>
internal static class WholeSystemRules
{
    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        NoPartitions.Check(system, diagnostics);
        StackAndHeapDoNotFit.Check(system, diagnostics);
        DmaBufferWithoutBusMaster.Check(system, diagnostics);
        InterruptWithoutPorts.Check(system, diagnostics);
        TimerWithoutController.Check(system, diagnostics);
        InterruptLimitWithoutLine.Check(system, diagnostics);
        TriggerAgainstDevice.Check(system, diagnostics);
        LineWithoutOwner.Check(system, diagnostics);
        RegistersMisplaced.Check(system, diagnostics);
        MachineMemoryOutOfRange.Check(system, diagnostics);
        KernelDeviceMissing.Check(system, diagnostics);
        CatalogueDeviceInvalid.Check(system, diagnostics);
        TimeSliceUnused.Check(system, diagnostics);
        DeadlineUnbounded.Check(system, diagnostics);
        DeadlineMissed.Check(system, diagnostics);
        NeverScheduled.Check(system, diagnostics);
        DeadlineInSchedule.Check(system, diagnostics);
        BudgetFinerThanTimer.Check(system, diagnostics);
        NothingLeft.Check(system, diagnostics);
        BudgetBeyondWindows.Check(system, diagnostics);
        ScheduleWithoutWindows.Check(system, diagnostics);
        ChannelEndMissing.Check(system, diagnostics);
        ForeignPartition.Check(system, diagnostics);
        ChannelUnused.Check(system, diagnostics);
        SharedMemoryOneSided.Check(system, diagnostics);
        LockOfOnePartition.Check(system, diagnostics);
        LockAcrossWindows.Check(system, diagnostics);
        LockHeldBeyondBudget.Check(system, diagnostics);
        DeadlineBesideLock.Check(system, diagnostics);
        CallToLowerPriority.Check(system, diagnostics);
        ConsoleShared.Check(system, diagnostics);
        ConsoleNotOwned.Check(system, diagnostics);
        PciFunctionOwnedTwice.Check(system, diagnostics);
        PciMatchOutOfRange.Check(system, diagnostics);
        PciBarNotPossible.Check(system, diagnostics);
        PciBarRepeated.Check(system, diagnostics);
        TooManyPciFunctions.Check(system, diagnostics);
        PciMemoryExceeded.Check(system, diagnostics);
        BusMasterUnconfined.Check(system, diagnostics);
        FaultThatCannotCome.Check(system, diagnostics);
        NotifyWithoutWatcher.Check(system, diagnostics);
        WatchersInACircle.Check(system, diagnostics);
        DeviceNotQuieted.Check(system, diagnostics);
        RestartLimitUnused.Check(system, diagnostics);
        ReplaceableImageIncomplete.Check(system, diagnostics);
        ImageKeyUnused.Check(system, diagnostics);
    }
}
