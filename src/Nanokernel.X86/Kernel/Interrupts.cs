// Hardware interrupts: from the line's stub to its owner.
using System.Numerics;
using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Nanokernel.Abi;
using Nanokernel.Policy;

namespace Nanokernel.Kernel;

/// <summary>
/// The stub of each line knows its owner and has told the controller that an edge has been seen. A level-triggered line is masked until
/// its owner says that it has served the device, for the line goes on asking until then.
/// </summary>
internal static unsafe class Interrupts
{
    private static InterruptLines s_lines;
    private static InterruptRateTable s_rates;
    private static InterruptCountTable s_counts;
    private static FoundLineTable s_found;
    private static PartitionWords s_foundLinesOf;
    private static uint s_foundLines;

    /// <summary>One bit for each line that a PCI function has brought its owner at boot.</summary>
    public static uint FoundLines => KernelConfiguration.HasPciInterrupts ? s_foundLines : 0;

    /// <summary>One bit for each line that has an owner.</summary>
    public static uint OwnedLines => KernelConfiguration.OwnedLines | FoundLines;

    /// <summary>One bit for each line that is level-triggered.</summary>
    public static uint LevelLines => KernelConfiguration.LevelLines | FoundLines;

    /// <summary>Masks every line but the timer's and the cascade of the second controller.</summary>
    /// <returns>Whether the machine has the controller.</returns>
    public static bool TryInitialize()
    {
        s_lines = new InterruptLines((1u << InterruptController.TimerLine) | (1u << InterruptController.CascadeLine));
        return InterruptController.TryInitialize(s_lines.Masked);
    }

    /// <summary>Starts to count the interrupts of each owned line against its limit. The clock's rate is known.</summary>
    public static void WatchRates()
    {
        for (var i = 0; i < KernelConfiguration.InterruptLimitCount; i++)
        {
            var limit = Limit(i);
            Watch(limit->Line, limit);
        }

        for (var line = 0u; KernelConfiguration.HasPciInterrupts && line < InterruptLines.Count; line++)
        {
            if (InterruptLines.Owns(FoundLines, line))
                Watch(line, Found(line)->Limit);
        }
    }

    private static void Watch(uint line, InterruptLimit* limit)
    {
        *CountOf(line) = limit->Interrupts;
        RateOf(line)->Start(Clock.CountsOf(limit->Microseconds), Clock.Now);
    }

    /// <summary>The owner of a line that a PCI function has brought, or -1.</summary>
    public static int FoundOwner(uint line) => InterruptLines.Owns(FoundLines, line) ? Found(line)->Owner : -1;

    /// <summary>Gives a line that nobody owns by its number to the owner of a PCI function. The first function's limit counts.</summary>
    public static void Take(uint line, int owner, InterruptLimit* limit)
    {
        if (InterruptLines.Owns(FoundLines, line))
            return;
        s_foundLines |= 1u << (int)line;
        *FoundLinesOf(owner) |= 1u << (int)line;
        Found(line)->Owner = owner;
        Found(line)->Limit = limit;
    }

    /// <summary>The limit of an owned line.</summary>
    public static InterruptLimit* LimitOf(uint line)
    {
        if (InterruptLines.Owns(FoundLines, line))
            return Found(line)->Limit;
        var limit = Limit(0);
        while (limit->Line != line)
            limit++;
        return limit;
    }

    /// <summary>An edge came on a line: the stub has sent the end of interrupt.</summary>
    [RuntimeExport("nk_edge_interrupt")]
    private static Context* Edge(uint line, int owner)
        => KernelConfiguration.UsesApic && s_lines.IsMasked(line) ? Keep(line, owner) : Deliver(line, owner);

    /// <summary>A level-triggered line is asserted: mask it before the end of interrupt, or it would come again at once.</summary>
    [RuntimeExport("nk_level_interrupt")]
    private static Context* Level(uint line, int owner)
    {
        s_lines.Mask(line);
        InterruptController.WriteMask(line, s_lines.Masked);
        InterruptController.EndOfInterrupt(line);
        return Deliver(line, owner);
    }

    /// <summary>The same for a line whose owner was found at boot.</summary>
    [RuntimeExport("nk_pci_interrupt")]
    private static Context* FoundLevel(uint line) => Level(line, Found(line)->Owner);

    /// <summary>Unmasks or masks a line for its owner.</summary>
    /// <returns>Whether the partition owns the line.</returns>
    public static bool TrySetMask(int index, uint line, bool masked)
    {
        if (!InterruptLines.Owns(LinesOf(index), line))
            return false;
        if (masked)
            s_lines.Mask(line);
        else
            s_lines.Unmask(line);
        if (KernelConfiguration.UsesApic && masked && !IsLevel(line))
            return true;
        InterruptController.WriteMask(line, s_lines.Masked);
        if (KernelConfiguration.UsesApic && s_lines.TakeKept(line))
            Raise(line, index);
        return true;
    }

    /// <summary>Counts the interrupts of the lines of a partition that starts anew against their limits from now on.</summary>
    public static void Restart(int index)
    {
        for (var rest = LinesOf(index); rest != 0; rest &= rest - 1)
        {
            var line = (uint)BitOperations.TrailingZeroCount(rest);
            Watch(line, LimitOf(line));
        }
    }

    /// <summary>Silences the lines of a partition that is gone.</summary>
    public static void Abandon(int index)
    {
        var lines = LinesOf(index);
        s_lines.MaskAll(lines);
        InterruptController.Silence(lines, s_lines.Masked);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Context* Deliver(uint line, int owner)
    {
        if (KernelConfiguration.HasTrace)
            Trace.Write(TraceKind.Interrupt, owner, line, 0);
        if (--*CountOf(line) == 0)
            return DeliverLastOfCount(line, owner);
        Raise(line, owner);
        return Dispatcher.Resume();
    }

    /// <summary>
    /// As many interrupts as the line's limit names have come. If that was too fast, the line never calms down: it falls silent, and its
    /// owner is stopped, for it does not tame its device.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Context* DeliverLastOfCount(uint line, int owner)
    {
        *CountOf(line) = LimitOf(line)->Interrupts;
        if (!RateOf(line)->IsStorm(Clock.Now))
        {
            Raise(line, owner);
            return Dispatcher.Resume();
        }

        s_lines.Mask(line);
        InterruptController.WriteMask(line, s_lines.Masked);
        Lifecycle.Report(owner, FaultKind.InterruptStorm, line);
        return Dispatcher.Resume();
    }

    /// <summary>
    /// The line is masked for its owner, but not in the I/O APIC, which would have forgotten this edge. It is masked there from now on:
    /// one edge is kept, as the 8259 keeps one.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Context* Keep(uint line, int owner)
    {
        if (KernelConfiguration.HasTrace)
            Trace.Write(TraceKind.Interrupt, owner, line, 1);
        s_lines.Keep(line);
        InterruptController.WriteMask(line, s_lines.Masked);
        return Dispatcher.Resume();
    }

    /// <summary>One bit for each line of a partition.</summary>
    private static uint LinesOf(int index)
        => KernelConfiguration.HasPciInterrupts
            ? Partitions.Describe(index)->Lines | *FoundLinesOf(index)
            : Partitions.Describe(index)->Lines;

    private static bool IsLevel(uint line) => ((LevelLines >> (int)line) & 1) != 0;

    private static uint* FoundLinesOf(int index) => (uint*)Unsafe.AsPointer(ref s_foundLinesOf) + index;

    private static FoundLine* Found(uint line) => (FoundLine*)Unsafe.AsPointer(ref s_found) + line;

    /// <summary>How many interrupts of a line are left until its rate is looked at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint* CountOf(uint line) => (uint*)Unsafe.AsPointer(ref s_counts) + line;

    private static InterruptRate* RateOf(uint line) => (InterruptRate*)Unsafe.AsPointer(ref s_rates) + line;

    private static InterruptLimit* Limit(int index) => (InterruptLimit*)Constants.Words(KernelConfiguration.InterruptLimits) + index;

    /// <summary>Marks a virtual interrupt as pending and wakes its owner.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Raise(uint number, int owner)
    {
        var partition = Partitions.At(owner);
        partition->Control->PendingInterrupts |= 1u << (int)number;
        Dispatcher.Wake(owner, partition);
    }
}

/// <summary>A row of <see cref="KernelConfiguration.InterruptLimits"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct InterruptLimit
{
    /// <summary>The line.</summary>
    public uint Line;

    /// <summary>So many interrupts ...</summary>
    public uint Interrupts;

    /// <summary>... within less than this time are a storm.</summary>
    public uint Microseconds;
}

/// <summary>A line that a PCI function has brought its owner.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct FoundLine
{
    /// <summary>The owner.</summary>
    public int Owner;

    /// <summary>How often it may ask.</summary>
    public InterruptLimit* Limit;
}

/// <summary>A <see cref="FoundLine"/> for each line.</summary>
[InlineArray((int)InterruptLines.Count)]
internal struct FoundLineTable
{
    private FoundLine _first;
}

/// <summary>A number for each line.</summary>
[InlineArray((int)InterruptLines.Count)]
internal struct InterruptCountTable
{
    private uint _first;
}

/// <summary>A rate for each line.</summary>
[InlineArray((int)InterruptLines.Count)]
internal struct InterruptRateTable
{
    private InterruptRate _first;
}
