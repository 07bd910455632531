// The seam between interrupts and the controller that the system uses: the other one is not in its kernel.
namespace Nanokernel.Kernel;

/// <summary>The lines by the pair of 8259A, or by the local APIC and the first I/O APIC.</summary>
internal static class InterruptController
{
    /// <summary>The vector of line 0; line 15 has the one fifteen higher.</summary>
    public const uint FirstVector = 0x20;

    /// <summary>The vector of the timer where the system uses the APIC; otherwise it has that of line 0.</summary>
    public const uint ApicTimerVector = 0x30;

    /// <summary>The vector by which the local APIC says that an interrupt has gone before it was taken.</summary>
    public const uint ApicSpuriousVector = 0x3F;

    /// <summary>Counter 0 of the 8254.</summary>
    public const int TimerLine = 0;

    /// <summary>The input of the first controller of the pair that the second one asks on.</summary>
    public const int CascadeLine = 2;

    /// <summary>Sets the controller up and masks lines.</summary>
    /// <returns>Whether the machine has what the system uses; otherwise it is refused, and the reason written.</returns>
    public static bool TryInitialize(uint masked)
    {
        if (!KernelConfiguration.UsesApic)
        {
            ControllerPair.Initialize(masked);
            return ControllerPair.TrySetTriggers(KernelConfiguration.LevelLines);
        }

        ControllerPair.Initialize(masked: 0xFFFF);
        return LocalApic.TryInitialize() && IoApic.TryInitialize();
    }

    /// <summary>Sets level-triggered lines up that were found after the others. They stay masked.</summary>
    /// <param name="found">One bit for each of these.</param>
    /// <param name="levelLines">One bit for each line that is to be level-triggered, these among them.</param>
    /// <returns>Whether that worked; otherwise the machine is refused, and the reason written.</returns>
    public static bool TryOpenLevel(uint found, uint levelLines)
        => KernelConfiguration.UsesApic ? IoApic.TryOpenLevel(found) : ControllerPair.TrySetTriggers(levelLines);

    /// <summary>Masks or unmasks a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="masked">One bit for each line that is to be masked.</param>
    public static void WriteMask(uint line, uint masked)
    {
        if (!KernelConfiguration.UsesApic)
            ControllerPair.WriteMask(line, masked);
        else
            IoApic.SetMask(line, ((masked >> (int)line) & 1) != 0);
    }

    /// <summary>Masks lines.</summary>
    /// <param name="lines">One bit for each line that is to fall silent.</param>
    /// <param name="masked">One bit for each line that is to be masked, these among them.</param>
    public static void Silence(uint lines, uint masked)
    {
        if (!KernelConfiguration.UsesApic)
        {
            ControllerPair.WriteMask(0, masked);
            ControllerPair.WriteMask(8, masked);
            return;
        }

        for (var line = 0u; lines != 0; line++, lines >>= 1)
        {
            if ((lines & 1) != 0)
                IoApic.SetMask(line, masked: true);
        }
    }

    /// <summary>Ends the interrupt of a line.</summary>
    public static void EndOfInterrupt(uint line)
    {
        if (!KernelConfiguration.UsesApic)
            ControllerPair.EndOfInterrupt(line);
        else
            LocalApic.EndOfInterrupt();
    }
}
