using Nanokernel.Testing;

namespace Nanokernel.Measurements;

/// <summary>How late a real-time partition of 1 kHz is, and what it leaves to one that computes. README.md tells how each is measured.</summary>
public static class PeriodicWork
{
    private const int Ticks = 400;
    private const int CostRounds = 200;
    private const int CostMicroseconds = 100;

    // The two of a tick: the timer's interrupt takes the processor from the partition that computes, and Wait gives it back.
    private const int SwitchesPerTick = 2;
    private const int InstructionsPerTick = 1_000_000;

    /// <summary>Measures the lateness with each timer, and the loss of the partition that computes.</summary>
    public static async Task<IReadOnlyList<Metric>> MeasureAsync() => [.. await MeasureLatenessAsync(), .. await MeasureLossAsync()];

    /// <summary>How late a partition is that sleeps until a time, with each timer.</summary>
    public static async Task<IReadOnlyList<Metric>> MeasureLatenessAsync()
    {
        var legacy = (await Guest.RunAsync(Late))["late"].ToList();
        var apic = (await Guest.RunAsync(LateWithApic))["late"].ToList();
        var hpet = (await Guest.RunAsync(LateWithHpet))["late"].ToList();
        return
        [
            Metric.Instructions("timer_expiry_error_instructions", Guest.Median(legacy)),
            Metric.Instructions("timer_expiry_error_max_instructions", legacy.Max()),
            Metric.Instructions("timer_expiry_error_apic_instructions", Guest.Median(apic)),
            Metric.Instructions("timer_expiry_error_apic_max_instructions", apic.Max()),
            Metric.Instructions("timer_expiry_error_hpet_instructions", Guest.Median(hpet)),
            Metric.Instructions("timer_expiry_error_hpet_max_instructions", hpet.Max()),
        ];
    }

    /// <summary>What a computing partition loses to each tick of 1 kHz, and what two switches and the work of the tick predict.</summary>
    public static async Task<IReadOnlyList<Metric>> MeasureLossAsync()
    {
        var cost = await Guest.RunAsync(Cost);
        var switchCost = (Guest.Median(cost["gap"]) - cost["work"].Single()) / (double)SwitchesPerTick;
        var beside = await Guest.RunAsync(Beside);
        var share = (double)beside["beside"].Single() / beside["alone"].Single();
        var loss = (1 - share) * InstructionsPerTick;
        var predicted = (SwitchesPerTick * switchCost) + beside["work"].Single();
        return
        [
            Metric.Ratio("compute_share_beside_1khz", share),
            Metric.Instructions("timer_switch_instructions", (long)Math.Round(switchCost)),
            Metric.Instructions("compute_loss_per_tick_instructions", (long)Math.Round(loss)),
            Metric.Instructions("compute_loss_per_tick_predicted_instructions", (long)Math.Round(predicted)),
            Metric.Ratio("compute_loss_per_tick_ratio", loss / predicted),
        ];
    }

    // Waits by the hypercall itself, so that all other instructions are known: EAX is the counter behind it, EDX the counter before it.
    // push ebx; push edx; rdtsc; mov ebx, eax; pop edx; mov eax, 2; int 0x40; rdtsc; mov edx, ebx; pop ebx; ret
    private const string RawWait = """
        static unsafe class RawWait
        {
            private static ReadOnlySpan<byte> Code =>
            [
                0x53, 0x52, 0x0F, 0x31, 0x89, 0xC3, 0x5A, 0xB8, 2, 0, 0, 0, 0xCD, 0x40, 0x0F, 0x31, 0x89, 0xDA, 0x5B, 0xC3,
            ];

            private static uint s_after;

            // Waits at each deadline; the instructions that the partition itself runs between two waits, in all.
            public static uint Repeat(ulong first, ulong period, int times)
            {
                var wait = (delegate*<uint, uint, ulong>)Unsafe.AsPointer(ref MemoryMarshal.GetReference(Code));
                var deadline = first;
                var work = 0u;
                s_after = (uint)wait((uint)deadline, (uint)(deadline >> 32));
                for (var i = 0; i < times; i++)
                {
                    deadline += period;
                    var counters = wait((uint)deadline, (uint)(deadline >> 32));
                    work += (uint)(counters >> 32) - s_after;
                    s_after = (uint)counters;
                }

                return work;
            }
        }
        """;

    // The computing partition sees each tick as a gap between two readings of the counter that are otherwise always as far apart.
    private static readonly SourceSystem Cost = new SourceSystem("bench-tick-cost")
        .Partition(
            "ticking",
            [
                $$"""
                [Partition]
                static partial class Ticking
                {
                    static void Main()
                    {
                        var period = Clock.Frequency / 1_000_000 * {{CostMicroseconds}};
                        var work = RawWait.Repeat(Clock.Timestamp + period, period, {{CostRounds}} * 2);
                        Console.WriteLine($"work: {work / ({{CostRounds}} * 2)}");
                    }
                }
                """,
                RawWait,
            ],
            partition => partition.WithPriority(Priority.RealTime))
        .Partition(
            "computing",
            $$"""
            [Partition]
            static partial class Computing
            {
                static void Main()
                {
                    var gaps = new uint[{{CostRounds}}];
                    var shortest = uint.MaxValue;
                    var last = (uint)Clock.Timestamp;
                    for (var i = -1; i < gaps.Length;)
                    {
                        var now = (uint)Clock.Timestamp;
                        var gap = now - last;
                        last = now;
                        if (gap < shortest)
                            shortest = gap;
                        if (gap < shortest + 50)
                            continue;
                        if (i >= 0)
                            gaps[i] = gap;
                        i++;
                    }

                    foreach (var gap in gaps)
                        Console.WriteLine($"gap: {gap - shortest}");
                }
            }
            """);

    // The same loop, over the same time of the counter, before the other partition ticks and while it does.
    private static readonly SourceSystem Beside = new SourceSystem("bench-beside")
        .Partition(
            "ticking",
            [
                $$"""
                [Partition]
                static partial class Ticking
                {
                    static void Main()
                    {
                        var period = Clock.Frequency / 1000;
                        var work = RawWait.Repeat(Clock.Timestamp + (({{Ticks}} + 20) * period), period, {{Ticks}} + 20);
                        Console.WriteLine($"work: {work / ({{Ticks}} + 20)}");
                    }
                }
                """,
                RawWait,
            ],
            partition => partition.WithPriority(Priority.RealTime))
        .Partition(
            "computing",
            $$"""
            [Partition]
            static partial class Computing
            {
                static void Main()
                {
                    var period = Clock.Frequency / 1000;
                    var start = Clock.Timestamp;
                    var alone = Spin(start + period, {{Ticks}} * period);
                    var beside = Spin(start + (({{Ticks}} + 25) * period) + (period / 2), {{Ticks - 10}} * period);
                    Console.WriteLine($"alone: {(ulong)alone * {{Ticks - 10}} / {{Ticks}}}");
                    Console.WriteLine($"beside: {beside}");
                }

                static uint Spin(ulong start, ulong counts)
                {
                    while (Clock.Timestamp < start)
                    {
                    }

                    var end = start + counts;
                    var turns = 0u;
                    while (Clock.Timestamp < end)
                        turns++;
                    return turns;
                }
            }
            """);

    // The deadline in counts of the time-stamp counter is found from the clock's zero and rate, as the kernel has measured it.
    private static readonly SourceSystem Late = new SourceSystem("bench-late")
        .Partition(
            "ticking",
            $$"""
            [Partition]
            static unsafe partial class Ticking
            {
                static void Main()
                {
                    var late = new uint[{{Ticks}}];
                    var counts = Clock.Frequency;
                    var origin = ((Nanokernel.Abi.InformationPage*)Nanokernel.Abi.VirtualMemoryMap.InformationPage)->TscAtBoot;
                    var due = Clock.Now;
                    for (var i = 0; i < late.Length; i++)
                    {
                        due += TimeSpan.FromTicks(9_973);
                        Clock.SleepUntil(due);
                        var now = Clock.Timestamp;
                        late[i] = (uint)(now - origin - ((ulong)due.Ticks * counts / TimeSpan.TicksPerSecond));
                    }

                    foreach (var instructions in late)
                        Console.WriteLine($"late: {instructions}");
                    Machine.EndSystem(0);
                }
            }
            """,
            partition => partition.WithPriority(Priority.RealTime).MayEndSystem())
        .Partition(
            "computing",
            """
            [Partition]
            static partial class Computing
            {
                static void Main()
                {
                    for (;;)
                    {
                    }
                }
            }
            """);

    private static readonly SourceSystem LateWithApic =
        Late.Variant("apic", system => system.UsesInterruptController(InterruptControllerKind.Apic));

    private static readonly SourceSystem LateWithHpet =
        Late.Variant("hpet", system => system.UsesInterruptController(InterruptControllerKind.Apic).UsesTimer(TimerKind.Hpet));
}
