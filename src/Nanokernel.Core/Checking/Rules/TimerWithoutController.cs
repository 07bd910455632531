using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0240: the local APIC's timer and the HPET interrupt by the APIC only.</summary>
internal static class TimerWithoutController
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0240",
        "Timer without its interrupt controller",
        "System '{0}' uses the timer {1}, which interrupts by the APIC, but its interrupt controller is {2}. State "
        + "UsesInterruptController(InterruptControllerKind.Apic), or UsesTimer(TimerKind.Intel8254).{3}");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        if (system.Timer is { Value: TimerKind.LocalApic or TimerKind.Hpet } timer
            && system.InterruptController.Value != InterruptControllerKind.Apic)
        {
            diagnostics.ReportPair(
                Descriptor, timer.Location, system.InterruptController.Location, system.Name, timer.Value, system.InterruptController.Value);
        }
    }
}
