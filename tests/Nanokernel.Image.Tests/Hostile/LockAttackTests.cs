using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Hostile;

/// <summary>A partition that calls the hypercalls of locks a million times, with anything, beside two that share a lock that it does not.</summary>
public class LockAttackTests
{
    private const int Calls = 1_000_000;

    private static readonly SourceSystem System = new SourceSystem("lock-attack")
        .Partition("urgent", Urgent, partition => partition.WithPriority(Priority.RealTime))
        .Partition("victim", Victim)
        .Partition("hostile", Hostile, partition => partition.WithPriority(Priority.Background))
        .With((system, partitions) => system.AddLock("bus").SharedBy(partitions["urgent"]).SharedBy(partitions["victim"]))
        .With((system, partitions) => system.AddLock("bait").SharedBy(partitions["victim"]).SharedBy(partitions["hostile"]));

    [Theory]
    [CompilerModes]
    public async Task Anything_asked_of_locks_leaves_those_of_others_as_they_were(CompilerMode mode)
    {
        var run = await TestRun.OfAsync(System, mode);
        run.ExitedWith(0)
            .Printed("[urgent] 0 wrong")
            .Printed("[victim] 0 wrong")

            // Of all numbers only its own end is one.
            .Printed("[hostile] ends 00000001");
        Assert.True(run.Number("[hostile] acquired") > Calls / 20);
        Assert.True(run.Number("[hostile] released") > Calls / 20);
        Assert.True(run.Number("[hostile] timed out") > 0);

        // The section of the victim is all that the urgent one waits for.
        Assert.InRange(run.Number("[urgent] longest wait"), 1, 60);
    }

    private const string Urgent = $$"""
        [Partition]
        static partial class Urgent
        {
            [Locks("bus")]
            static partial PartitionLock Bus { get; }

            static void Main()
            {
                var wrong = 0;
                var longest = 0L;
                var ticks = 0;
                foreach (var tick in Clock.Every(TimeSpan.FromMicroseconds(1_000)))
                {
                    var before = Clock.Now;
                    wrong += Bus.Acquire() == LockResult.Acquired ? 0 : 1;
                    longest = Math.Max(longest, (Clock.Now - before).Ticks / 10);
                    Bus.Release();
                    if (++ticks == {{TicksText}})
                        break;
                }

                Console.WriteLine($"{wrong} wrong");
                Console.WriteLine($"longest wait {longest}");
            }
        }
        """;

    private const string Victim = $$"""
        [Partition]
        static partial class Victim
        {
            [Locks("bus")]
            static partial PartitionLock Bus { get; }

            [Locks("bait")]
            static partial PartitionLock Bait { get; }

            static void Main()
            {
                var wrong = 0;
                for (var ticks = 0; ticks < {{TicksText}}; ticks++)
                {
                    wrong += Bus.Acquire() == LockResult.Acquired ? 0 : 1;
                    Compute();
                    Bus.Release();
                    if (Bait.TryAcquire(TimeSpan.Zero) != LockResult.TimedOut)
                    {
                        Clock.Sleep(TimeSpan.FromMicroseconds(20));
                        Bait.Release();
                    }

                    // Every so often the urgent one asks while the section lasts.
                    Clock.Sleep(TimeSpan.FromMicroseconds(903));
                }

                Console.WriteLine($"{wrong} wrong");
            }

            static void Compute()
            {
                for (var end = Processor.Time + TimeSpan.FromMicroseconds(50); Processor.Time < end;)
                {
                }
            }
        }
        """;

    private const string Hostile = $$"""
        [Partition]
        static partial class Hostile
        {
            [Locks("bait")]
            static partial PartitionLock Bait { get; }

            [System.Runtime.RuntimeImport("nk_hypercall_acquire_lock")]
            [MethodImpl(MethodImplOptions.InternalCall)]
            static extern int Acquire(uint low, uint high, uint end);

            [System.Runtime.RuntimeImport("nk_hypercall_release_lock")]
            [MethodImpl(MethodImplOptions.InternalCall)]
            static extern int Release(uint end);

            static void Main()
            {
                var (acquired, released, timedOut, ends) = (0, 0, 0, 0u);
                var state = 2463534242u;
                for (var call = 0; call < {{CallsText}}; call++)
                {
                    state ^= state << 13;
                    state ^= state >> 17;
                    state ^= state << 5;
                    var end = (state & 12) switch { 0 => state, 4 => (state >> 8) % 64, _ => 0u };
                    var deadline = (state & 16) != 0 ? Clock.Timestamp + ((state >> 8) & 0xFFFF) : state;
                    var result = (state & 2) != 0 ? Acquire((uint)deadline, (uint)(deadline >> 32), end) : Release(end);
                    if (result != -3)
                        ends |= end < 32 ? 1u << (int)end : 0x8000_0000;
                    if (result < 0)
                        continue;
                    timedOut += result == 1 ? 1 : 0;
                    acquired += (state & 2) != 0 && result != 1 ? 1 : 0;
                    released += (state & 2) == 0 ? 1 : 0;
                }

                Console.WriteLine($"acquired {acquired}");
                Console.WriteLine($"released {released}");
                Console.WriteLine($"timed out {timedOut}");
                Console.WriteLine($"ends {ends:X8}");
            }
        }
        """;

    private const string CallsText = "1_000_000";
    private const string TicksText = "200";
}
