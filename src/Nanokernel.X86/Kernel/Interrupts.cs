// Hardware interrupts: from the line's stub to its owner.
using System.Runtime;
using Nanokernel.Policy;

namespace Nanokernel.Kernel;

/// <summary>
/// The stub of each line knows its owner and has told the controller that an edge has been seen. A level-triggered line is masked until
/// its owner says that it has served the device, for the line goes on asking until then.
/// </summary>
internal static unsafe class Interrupts
{
    private static InterruptLines s_lines;

    /// <summary>Masks every line but the timer's and the cascade of the second controller.</summary>
    public static void Initialize()
    {
        s_lines = new InterruptLines((1u << InterruptController.TimerLine) | (1u << InterruptController.CascadeLine));
        InterruptController.Initialize(s_lines.Masked);
    }

    /// <summary>An edge came on a line: the stub has sent the end of interrupt.</summary>
    [RuntimeExport("nk_edge_interrupt")]
    private static Context* Edge(uint line, int owner)
    {
        Raise(line, owner);
        return Dispatcher.Resume();
    }

    /// <summary>A level-triggered line is asserted: mask it before the end of interrupt, or it would come again at once.</summary>
    [RuntimeExport("nk_level_interrupt")]
    private static Context* Level(uint line, int owner)
    {
        s_lines.Mask(line);
        InterruptController.WriteMask(line, s_lines.Masked);
        InterruptController.EndOfInterrupt(line);
        Raise(line, owner);
        return Dispatcher.Resume();
    }

    /// <summary>Unmasks or masks a line for its owner.</summary>
    /// <returns>Whether the partition owns the line.</returns>
    public static bool TrySetMask(int index, uint line, bool masked)
    {
        if (!InterruptLines.Owns(Partitions.Describe(index)->Lines, line))
            return false;
        if (masked)
            s_lines.Mask(line);
        else
            s_lines.Unmask(line);
        InterruptController.WriteMask(line, s_lines.Masked);
        return true;
    }

    /// <summary>Silences the lines of a partition that is gone.</summary>
    public static void Abandon(int index)
    {
        s_lines.MaskAll(Partitions.Describe(index)->Lines);
        InterruptController.WriteMask(0, s_lines.Masked);
        InterruptController.WriteMask(8, s_lines.Masked);
    }

    /// <summary>Marks a virtual interrupt as pending and wakes its owner.</summary>
    public static void Raise(uint number, int owner)
    {
        var partition = Partitions.At(owner);
        partition->Control->PendingInterrupts |= 1u << (int)number;
        Dispatcher.Wake(owner, partition);
    }
}
