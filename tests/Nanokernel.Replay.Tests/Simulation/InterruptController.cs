// The lines, as the two back ends treat them.
namespace Nanokernel.Kernel;

/// <summary>
/// The 8259 keeps an edge of a masked line, the I/O APIC forgets it. A level-triggered line asks as long as its device does. The end of
/// an interrupt needs no care here: one is handled at a time.
/// </summary>
internal static class InterruptController
{
    public const int TimerLine = 0;
    public const int CascadeLine = 2;

    private static uint s_masked;
    private static uint s_edges;
    private static uint s_levels;

    public static bool TryInitialize(uint masked)
    {
        (s_masked, s_edges, s_levels) = (masked, 0, 0);
        return true;
    }

    public static void WriteMask(uint line, uint masked)
    {
        if (!KernelConfiguration.UsesApic)
            s_masked = masked;
        else
            s_masked = (s_masked & ~(1u << (int)line)) | (masked & (1u << (int)line));
    }

    public static void Silence(uint lines, uint masked)
    {
        if (!KernelConfiguration.UsesApic)
            s_masked = masked;
        else
            s_masked |= lines;
    }

    public static void EndOfInterrupt(uint line)
    {
    }

    /// <summary>A device raises its line.</summary>
    public static void Raise(int line)
    {
        var bit = 1u << line;
        if ((KernelConfiguration.LevelLines & bit) != 0)
            s_levels |= bit;
        else if (!KernelConfiguration.UsesApic || (s_masked & bit) == 0)
            s_edges |= bit;
    }

    /// <summary>The device of a level-triggered line is content.</summary>
    public static void Lower(int line) => s_levels &= ~(1u << line);

    /// <summary>The line that interrupts the processor, or a negative number.</summary>
    public static int Acknowledge()
    {
        for (var line = 0; line < 16; line++)
        {
            var bit = 1u << line;
            if (((s_edges | s_levels) & ~s_masked & bit) == 0)
                continue;
            s_edges &= ~bit;
            return line;
        }

        return -1;
    }
}
