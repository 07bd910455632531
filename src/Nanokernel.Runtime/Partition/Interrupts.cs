using System;
using System.Numerics;
using System.Runtime;
using System.Runtime.CompilerServices;
using System.Threading;
using Nanokernel.Abi;

namespace Nanokernel;

/// <summary>
/// Interrupts of the lines that this partition owns. A handler runs as an upcall: on the partition's stack, between any two of its
/// instructions, with other handlers held back; it must not wait. Enabling and disabling them takes no hypercall.
/// </summary>
public static unsafe class Interrupts
{
    private static HandlerTable s_handlers;

    /// <summary>Whether handlers may run now: the partition's virtual interrupt flag.</summary>
    public static bool AreEnabled => Volatile.Read(ref PartitionPages.Control->VirtualInterruptFlag) != 0;

    /// <summary>Sets the handler of an owned line and unmasks the line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="handler">What is to run at each interrupt. For a level-triggered line it has to end with <see cref="Complete"/>.</param>
    /// <exception cref="InvalidOperationException">The partition does not own the line. It ends the partition.</exception>
    public static void Attach(InterruptLine line, Action handler)
    {
        if (handler is null)
            throw new ArgumentNullException(nameof(handler));
        if ((uint)line >= VirtualInterrupt.LineCount)
            ThrowNotOwned();
        SetHandler((int)line, handler);
        Unmask(line);
    }

    /// <summary>Lets an owned line interrupt again.</summary>
    /// <param name="line">The line.</param>
    /// <exception cref="InvalidOperationException">The partition does not own the line. It ends the partition.</exception>
    public static void Unmask(InterruptLine line)
    {
        if (Hypercalls.UnmaskInterrupt((uint)line) < 0)
            ThrowNotOwned();
    }

    /// <summary>Keeps an owned line from interrupting.</summary>
    /// <param name="line">The line.</param>
    /// <exception cref="InvalidOperationException">The partition does not own the line. It ends the partition.</exception>
    public static void Mask(InterruptLine line)
    {
        if (Hypercalls.MaskInterrupt((uint)line) < 0)
            ThrowNotOwned();
    }

    /// <summary>Says that the device of a level-triggered line has been served: the kernel, which masked the line, unmasks it.</summary>
    /// <param name="line">The line.</param>
    /// <exception cref="InvalidOperationException">The partition does not own the line. It ends the partition.</exception>
    public static void Complete(InterruptLine line) => Unmask(line);

    /// <summary>Holds handlers back until the scope is disposed: <c>using (Interrupts.Disable()) { ... }</c>. Takes no hypercall.</summary>
    public static InterruptScope Disable()
    {
        var wasEnabled = AreEnabled;
        Volatile.Write(ref PartitionPages.Control->VirtualInterruptFlag, 0);
        return new InterruptScope(wasEnabled);
    }

    /// <summary>Lets handlers run; what became pending in between runs before this returns. Takes no hypercall.</summary>
    public static void Enable()
    {
        Volatile.Write(ref PartitionPages.Control->VirtualInterruptFlag, 1);
        while (Volatile.Read(ref PartitionPages.Control->PendingInterrupts) != 0)
        {
            Volatile.Write(ref PartitionPages.Control->VirtualInterruptFlag, 0);
            RunPending();
            Volatile.Write(ref PartitionPages.Control->VirtualInterruptFlag, 1);
        }
    }

    internal static void SetHandler(int source, Action handler) => s_handlers[source] = handler;

    // Called by the upcall stub with the flag clear, all registers saved.
    [RuntimeExport("nk_upcall")]
    private static void RunPending()
    {
        var pending = Interlocked.Exchange(ref PartitionPages.Control->PendingInterrupts, 0u);
        while (pending != 0)
        {
            var source = BitOperations.TrailingZeroCount(pending);
            pending &= pending - 1;
            if (source < VirtualInterrupt.Count)
                s_handlers[source]?.Invoke();
        }
    }

    private static void ThrowNotOwned() => throw new InvalidOperationException("The partition does not own this interrupt line.");

    [InlineArray(VirtualInterrupt.Count)]
    private struct HandlerTable
    {
        private Action? _first;
    }
}
