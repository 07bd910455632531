using System.Globalization;
using Nanokernel.Testing;

namespace Nanokernel.Measurements;

/// <summary>
/// How long three interrupt lines wait for the first instruction of their handler, as a distribution over 100,000 interrupts: on an idle
/// system, and beside one partition that computes and one that floods itself with interrupts. README.md tells how a line rises.
/// </summary>
public static class Latency
{
    /// <summary>The interrupts of one run, a third of them on each line.</summary>
    public const int Interrupts = 100_002;

    /// <summary>A kernel that needs more than this is counted as if it needed this.</summary>
    private const int LongestCounted = 8191;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    // A prime number of nanoseconds a bit at divisor 1, so that no loop in a partition keeps step with it.
    private const int BitNanoseconds = 37;
    private const int BaudBase = 1_000_000_000 / BitNanoseconds;

    // UARTs beside the four of a PC, at lines that no other device of the emulated machine uses.
    private static readonly IReadOnlyList<string> Devices =
    [
        Uart(0x220, 3), Uart(0x228, 6), Uart(0x230, 14), Uart(0x238, 4),
    ];

    /// <summary>Runs both systems on both interrupt controllers.</summary>
    /// <returns>The distributions by names such as <c>8259_loaded</c>.</returns>
    public static async Task<IReadOnlyDictionary<string, Distribution>> MeasureAsync() => new Dictionary<string, Distribution>
    {
        ["8259_idle"] = await RunAsync(Idle),
        ["8259_loaded"] = await RunAsync(Loaded),
        ["apic_idle"] = await RunAsync(OnApic(Idle)),
        ["apic_loaded"] = await RunAsync(OnApic(Loaded)),
        ["8259_during_restart"] = await RunAsync(Restarting),
        ["apic_during_restart"] = await RunAsync(OnApic(Restarting)),
    };

    /// <summary>The figures of the distributions.</summary>
    public static IReadOnlyList<Metric> MetricsOf(IReadOnlyDictionary<string, Distribution> distributions)
    {
        var worst = distributions
            .Where(pair => pair.Key.EndsWith("_loaded", StringComparison.Ordinal))
            .Max(pair => (double)pair.Value.Percentile(0.9999) / pair.Value.Percentile(0.5));
        return
        [
            .. distributions.SelectMany(pair => MetricsOf($"irq_latency_{pair.Key}", pair.Value)),
            Metric.Ratio("irq_loaded_p9999_over_median", worst),
            Metric.Ratio("irq_latency_during_restart_max_over_before", ((string[])["8259", "apic"]).Max(
                controller => (double)distributions[$"{controller}_during_restart"].Maximum / distributions[$"{controller}_loaded"].Maximum)),
        ];
    }

    private static IEnumerable<Metric> MetricsOf(string name, Distribution distribution) =>
    [
        Metric.Instructions($"{name}_min", distribution.Minimum),
        Metric.Instructions($"{name}_median", distribution.Percentile(0.5)),
        Metric.Instructions($"{name}_p99", distribution.Percentile(0.99)),
        Metric.Instructions($"{name}_p9999", distribution.Percentile(0.9999)),
        Metric.Instructions($"{name}_max", distribution.Maximum),
        new($"{name}_count", distribution.Count.ToString(CultureInfo.InvariantCulture), "interrupts"),
    ];

    private static async Task<Distribution> RunAsync(SourceSystem system)
    {
        var distribution = new Distribution();
        foreach (var latency in await Guest.RunAsync(system, options => options with
        {
            Devices = Devices,
            ExtraArguments = [.. Enumerable.Range(0, Devices.Count).SelectMany(i => (string[])["-chardev", $"null,id=null{i}"])],
        }, Limit))
        {
            distribution.Add(long.Parse(latency.Key.Split(' ')[1], CultureInfo.InvariantCulture), latency.Sum());
        }

        return distribution.Count == Interrupts
            ? distribution
            : throw new InvalidOperationException($"{distribution.Count} interrupts came of {Interrupts}.");
    }

    private static string Uart(int port, int line) =>
        $"isa-serial,index=0,iobase=0x{port:x},irq={line},baudbase={BaudBase},chardev=null{(port - 0x220) / 8}";

    private static SourceSystem OnApic(SourceSystem system) =>
        system.Variant("apic", builder => builder.UsesInterruptController(InterruptControllerKind.Apic));

    // A UART with a FIFO interrupts when a character has lain in it for four times what a character takes (PC16550D, FIFO interrupt mode
    // operation). In loopback mode, one that is sent is received at once. So the instruction that sends it decides when the line will
    // rise, whatever the processor does then; divisor, data, stop and parity bits, and a few instructions before, are chosen at random.
    private const string Measured = """
        [Partition]
        static unsafe partial class Measured
        {
            private const int Bins = LONGEST + 1;

            private static readonly ushort[] s_ports = [0x220, 0x228, 0x230];
            private static uint[] s_counts;
            private static uint s_due;
            private static uint s_random = 1;
            private static int s_left = INTERRUPTS;

            // rdtsc; mov ecx, eax; mov edx, port; mov al, 0; out dx, al; mov eax, ecx; ret
            private static ReadOnlySpan<byte> SendFirst => [0x0F, 0x31, 0x89, 0xC1, 0xBA, 0x20, 0x02, 0, 0, 0xB0, 0, 0xEE, 0x89, 0xC8, 0xC3];
            private static ReadOnlySpan<byte> SendSecond => [0x0F, 0x31, 0x89, 0xC1, 0xBA, 0x28, 0x02, 0, 0, 0xB0, 0, 0xEE, 0x89, 0xC8, 0xC3];
            private static ReadOnlySpan<byte> SendThird => [0x0F, 0x31, 0x89, 0xC1, 0xBA, 0x30, 0x02, 0, 0, 0xB0, 0, 0xEE, 0x89, 0xC8, 0xC3];

            static void Main()
            {
                s_counts = new uint[3 * Bins];
                foreach (var port in s_ports)
                {
                    IoPort.WriteByte((ushort)(port + 2), 0xC7);     // FIFOs on and empty, their level 14
                    IoPort.WriteByte((ushort)(port + 4), 0x10);     // loopback
                    IoPort.WriteByte((ushort)(port + 1), 1);        // interrupts of the receiver
                }

                Interrupts.Attach((InterruptLine)3, static () => Take(0, (uint)Clock.Timestamp));
                Interrupts.Attach((InterruptLine)6, static () => Take(1, (uint)Clock.Timestamp));
                Interrupts.Attach((InterruptLine)14, static () => Take(2, (uint)Clock.Timestamp));
                SendOn(0);
                while (Volatile.Read(ref s_left) != 0)
                    Processor.Wait();
                for (var i = 0; i < s_counts.Length; i++)
                {
                    if (s_counts[i] != 0)
                        Console.WriteLine($"line{i / Bins} {i % Bins}: {s_counts[i]}");
                }

                Machine.EndSystem(0);
            }

            static void Take(int line, uint now)
            {
                var latency = now - s_due;
                s_counts[(line * Bins) + (int)Math.Min(latency, Bins - 1)]++;
                IoPort.ReadByte(s_ports[line]);
                if (--s_left != 0)
                    SendOn((line + 1) % 3);
            }

            static void SendOn(int line)
            {
                s_random = (s_random * 1664525) + 1013904223;
                var divisor = 3 + ((s_random >> 24) % 10);
                var format = (s_random >> 20) & 0xF;
                for (var i = (s_random >> 10) & 31; i != 0; i--)
                    Volatile.Read(ref s_left);

                var port = s_ports[line];
                IoPort.WriteByte((ushort)(port + 3), 0x80);
                IoPort.WriteByte(port, (byte)divisor);
                IoPort.WriteByte((ushort)(port + 3), (byte)format);
                var bits = 1 + 5 + (format & 3) + ((format & 4) != 0 ? 2u : 1) + ((format & 8) != 0 ? 1u : 0);
                var delay = 1_000_000_000 / (BAUDBASE / divisor) * bits * 4;
                s_due = Counter.Run(line == 0 ? SendFirst : line == 1 ? SendSecond : SendThird) + 4 + delay;
            }
        }
        """;

    // Ten milliseconds of interrupts that each raise the next, ten of rest.
    private const string Flooding = """
        [Partition]
        static partial class Flooding
        {
            private static uint s_start;

            static void Main()
            {
                Interrupts.Attach((InterruptLine)4, OnLine);
                for (;;)
                {
                    s_start = (uint)Clock.Timestamp;
                    IoPort.WriteByte(0x239, 2);
                    Clock.Sleep(TimeSpan.FromMilliseconds(10));
                }
            }

            static void OnLine()
            {
                IoPort.WriteByte(0x239, 0);
                if ((uint)Clock.Timestamp - s_start < 10_000_000)
                    IoPort.WriteByte(0x239, 2);
            }
        }
        """;

    private const string Computing = """
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
        """;

    private static readonly SourceSystem Idle = AddMeasured(new SourceSystem("latency-idle"));

    private static readonly SourceSystem Loaded = AddLoad(new SourceSystem("latency-loaded"));

    private static SourceSystem AddLoad(SourceSystem system) => AddMeasured(system)
        .Partition(
            "flooding",
            Flooding,
            partition => partition
                .OwnsPorts(0x238, 0x23F)
                .OwnsInterrupt(4)
                .WithInterruptLimit(4, int.MaxValue, TimeSpan.FromMicroseconds(1)))
        .Partition("computing", Computing, partition => partition.WithPriority(Priority.Background));

    // The same, and a partition that does nothing but fault and start anew.
    private static readonly SourceSystem Restarting = AddLoad(new SourceSystem("latency-restarting"))
        .Partition(
            "faulting",
            "[Partition] static unsafe partial class Faulting { static void Main() => *(int*)0 = 1; }",
            partition => partition
                .WithPriority(new Priority(100))
                .OnFault(FaultAction.Restart)
                .WithRestartLimit(1000, TimeSpan.FromMilliseconds(1)));

    private static SourceSystem AddMeasured(SourceSystem system) => system.Partition(
        "measured",
        [
            Measured
                .Replace("INTERRUPTS", Interrupts.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("BAUDBASE", BaudBase.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("LONGEST", LongestCounted.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal),
            Guest.Counter,
        ],
        partition => partition
            .WithPriority(Priority.RealTime)
            .OwnsPorts(0x220, 0x237)
            .OwnsInterrupt(3)
            .OwnsInterrupt(6)
            .OwnsInterrupt(14)
            .MayEndSystem());
}
