using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Nanokernel.Kernel.Simulation;

namespace Nanokernel.Replay.Tests;

/// <summary>What a partition can do.</summary>
internal enum Operation
{
    Compute,
    Yield,
    Wait,
    StartTimer,
    StopTimer,
    Notify,
    Mask,
    Unmask,
    Raise,
    AcquireLock,
    ReleaseLock,
}

/// <summary>The C# of a partition that does what a table says, tells what is delivered to it, and prints at its end what waits returned.</summary>
internal static class Player
{
    /// <summary>How many locks there are, if any.</summary>
    public const int Locks = 2;

    // Behind the two ends of queues.
    private const int FirstLockEnd = 2;

    /// <summary>Writes it.</summary>
    /// <param name="index">The partition.</param>
    /// <param name="own">Its line.</param>
    /// <param name="controlled">The line of the card that it has.</param>
    /// <param name="level">Whether its line is level-triggered.</param>
    /// <param name="hasLocks">Whether there are locks.</param>
    /// <param name="operations">The table; numbers are microseconds or a channel end.</param>
    public static string Source(int index, int own, int controlled, bool level, bool hasLocks, IEnumerable<(Operation Kind, uint Number)> operations) => $$"""
        [Partition]
        static partial class Player
        {
            static uint s_answers;

            [Sends("ring{{index}}")]
            static partial Sender<int> Next { get; }

            [Receives("ring{{(index + Setup.Partitions - 1) % Setup.Partitions}}")]
            static partial Receiver<int> Previous { get; }

            {{(hasLocks ? LockEnds : "")}}

            static ReadOnlySpan<byte> Operations => [{{string.Join(", ", operations.SelectMany(operation =>
                (string[])[((int)operation.Kind).ToString(CultureInfo.InvariantCulture), operation.Number.ToString(CultureInfo.InvariantCulture)]))}}];

            static void Main()
            {
                Card.Initialize({{controlled}});
                Interrupts.Attach((InterruptLine){{own}}, OnInterrupt);
                for (var i = 0; i < Operations.Length; i += 2)
                    Do(Operations[i], Operations[i + 1]);

                // Nothing is to come any more while it is told.
                Stubs.SetTimer(uint.MaxValue, uint.MaxValue);
                Interrupts.Mask((InterruptLine){{own}});
                Console.WriteLine($"answers {s_answers:X8}");
            }

            static void Do(int kind, uint number)
            {
                switch (kind)
                {
                    case {{(int)Operation.Compute}}:
                        var end = Processor.Time + TimeSpan.FromMicroseconds(number);
                        while (Processor.Time < end)
                        {
                        }

                        break;
                    case {{(int)Operation.Yield}}:
                        Processor.Yield();
                        break;
                    case {{(int)Operation.Wait}}:
                        var deadline = Clock.Timestamp + (number * 1000);
                        s_answers = (s_answers * 31) + (uint)Stubs.Wait((uint)deadline, (uint)(deadline >> 32));
                        break;
                    case {{(int)Operation.StartTimer}}:
                        PartitionTimer.StartAt(Clock.Now + TimeSpan.FromMicroseconds(number), static () => Stubs.Tell(16));
                        break;
                    case {{(int)Operation.StopTimer}}:
                        Stubs.SetTimer(uint.MaxValue, uint.MaxValue);
                        break;
                    case {{(int)Operation.Notify}}:
                        Stubs.Notify(number, uint.MaxValue);
                        break;
                    case {{(int)Operation.Mask}}:
                        Interrupts.Mask((InterruptLine){{own}});
                        break;
                    case {{(int)Operation.Unmask}}:
                        Interrupts.Unmask((InterruptLine){{own}});
                        break;
                    case {{(int)Operation.AcquireLock}}:
                        var time = number < 50 ? ulong.MaxValue : Clock.Timestamp + ((number - 50) * 4000);
                        s_answers = (s_answers * 31) + (uint)Stubs.AcquireLock((uint)time, (uint)(time >> 32), {{FirstLockEnd}} + (number % {{Locks}}));
                        break;
                    case {{(int)Operation.ReleaseLock}}:
                        Stubs.ReleaseLock({{FirstLockEnd}} + (number % {{Locks}}));
                        break;
                    default:
                        Card.Raise({{controlled}});
                        Card.Lower({{controlled}});
                        break;
                }
            }

            static void OnInterrupt()
            {
                Stubs.Tell({{own}});
                {{(level ? $"Interrupts.Complete((InterruptLine){own});" : "")}}
            }
        }

        static class Stubs
        {
            [System.Runtime.RuntimeImport("nk_hypercall_wait")]
            [MethodImpl(MethodImplOptions.InternalCall)]
            public static extern int Wait(uint low, uint high);

            [System.Runtime.RuntimeImport("nk_hypercall_acquire_lock")]
            [MethodImpl(MethodImplOptions.InternalCall)]
            public static extern int AcquireLock(uint low, uint high, uint end);

            [System.Runtime.RuntimeImport("nk_hypercall_release_lock")]
            [MethodImpl(MethodImplOptions.InternalCall)]
            public static extern int ReleaseLock(uint end);

            // The null hypercall does nothing in the kernel, and is seen by who watches the machine.
            [System.Runtime.RuntimeImport("nk_hypercall_null")]
            [MethodImpl(MethodImplOptions.InternalCall)]
            public static extern int Tell(uint delivered);

            [System.Runtime.RuntimeImport("nk_hypercall_set_timer")]
            [MethodImpl(MethodImplOptions.InternalCall)]
            public static extern int SetTimer(uint low, uint high);

            [System.Runtime.RuntimeImport("nk_hypercall_notify")]
            [MethodImpl(MethodImplOptions.InternalCall)]
            public static extern int Notify(uint end, uint peers);
        }

        // National Semiconductor DP8390: command, interrupt status (07), interrupt mask (0F); remote DMA complete is bit 6.
        static class Card
        {
            public static void Initialize(int line)
            {
                IoPort.WriteByte(PortOf(line), 0x21);
                IoPort.WriteByte((ushort)(PortOf(line) + 0x0F), 0x40);
            }

            public static void Raise(int line) => IoPort.WriteByte(PortOf(line), 0x0A);

            public static void Lower(int line) => IoPort.WriteByte((ushort)(PortOf(line) + 0x07), 0x40);

            private static ushort PortOf(int line) => (ushort)(0x1000 + (line * 0x20));
        }
        """;

    private const string LockEnds = """
        [Locks("lock0")]
        static partial PartitionLock Lock0 { get; }

        [Locks("lock1")]
        static partial PartitionLock Lock1 { get; }
        """;
}
