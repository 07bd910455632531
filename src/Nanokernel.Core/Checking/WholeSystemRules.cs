using Nanokernel.Checking.Rules;
using Nanokernel.Model;

namespace Nanokernel.Checking;

/// <summary>The rules that need the whole declaration: what is missing in it can be the finding.</summary>
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
        TimeSliceUnused.Check(system, diagnostics);
        DeadlineUnbounded.Check(system, diagnostics);
        DeadlineMissed.Check(system, diagnostics);
        WindowOutOfRange.Check(system, diagnostics);
        WindowsOverlap.Check(system, diagnostics);
        NeverScheduled.Check(system, diagnostics);
        DeadlineInSchedule.Check(system, diagnostics);
        QueueEndMissing.Check(system, diagnostics);
        ForeignPartition.Check(system, diagnostics);
        QueueUnused.Check(system, diagnostics);
        ConsoleShared.Check(system, diagnostics);
        ConsoleNotOwned.Check(system, diagnostics);
    }
}
