using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Nanokernel.Abi;
using Nanokernel.Kernel;
using Nanokernel.Kernel.Simulation;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Replay.Tests;

/// <summary>
/// Random systems in real images. What their kernel saw is replayed on the host, entry by entry and with the same times, in the kernel's
/// own sources and in the model: all three have to decide the same.
/// </summary>
[Collection("The kernel's static fields")]
public sealed class ImageReplayTests : IDisposable
{
    private const int SeedCount = 6;

    // 10 ms of the local APIC's timer, which counts every 16 ns in QEMU.
    private const uint ApicTimerCounts = 625_000;

    // 1, 2 and 8 ns an instruction: what happens between two of a partition's steps is another each time.
    private static readonly int[] Speeds = [0, 1, 3];

    private static readonly ConcurrentDictionary<(uint Seed, InterruptControllerKind Controller), ReplayedSystem> Systems = [];

    public static TheoryData<uint, InterruptControllerKind, int> Rows => new(
        from seed in Enumerable.Range(1, SeedCount)
        from controller in Enum.GetValues<InterruptControllerKind>()
        from speed in Speeds
        select ((uint)seed, controller, speed));

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task An_image_decides_as_the_host_and_the_model_do(uint seed, InterruptControllerKind controller, int speed)
    {
        var system = Systems.GetOrAdd((seed, controller), key => new ReplayedSystem(key.Seed, key.Controller));
        var image = system.Source.Build(seed % 2 == 0 ? CompilerMode.Debug : CompilerMode.Release);
        var trace = await Trace.OfAsync(image, ReplayedSystem.Devices, speed, TestContext.Current.CancellationToken);
        var setup = ReplayedSystem.SetupOf(image.System);
        var reads = trace.Reads.ToArray();
        Nanokernel.Kernel.Processor.Replay(reads);
        EventTimer.MeasuredCounts = setup.UsesApic ? ApicTimerCounts : 0;
        SimulatedKernel.Start(setup);
        var model = new KernelModel(setup, SimulatedKernel.Started, ChargedUntil(), Nanokernel.Kernel.Clock.CountsOf(1), Nanokernel.Kernel.Clock.WakeLead);
        var results = new Results();
        for (var number = 0; ; number++)
        {
            var entry = trace.Entries[number];
            var at = $"Seed {seed}, entry {number}, {entry}";
            Assert.True(entry.Partition == SimulatedKernel.Running, $"{at}: partition {SimulatedKernel.Running} should run, says the host.");
            Assert.True(entry.Partition == model.Running, $"{at}: partition {model.Running} should run, says the model.");
            Assert.True(entry.Reads == Nanokernel.Kernel.Processor.RecordedReads, $"{at}: the host looked at the clock {Nanokernel.Kernel.Processor.RecordedReads} times.");
            if (EventOf(entry, reads) is not { } happened)
            {
                if (entry.Vector == Hypercall.Vector)
                    results.TakeTold(entry, at);
                continue;
            }

            results.TakeAnswer(entry);

            // The end of the last partition is that of the system.
            if (number == trace.Entries.Count - 1)
            {
                Assert.Equal(EventKind.Exit, happened.Kind);
                break;
            }

            SimulatedKernel.Replay(happened);
            model.Apply(happened, charged: setup.HasShares ? ChargedUntil() : happened.Time);
            Assert.True(
                model.Upcalls.SequenceEqual(SimulatedKernel.Upcalls),
                $"{at}: the model delivers {string.Join(' ', model.Upcalls)}, the host {string.Join(' ', SimulatedKernel.Upcalls)}.");
            results.TakeUpcalls();
        }

        results.AssertComplete();
        for (var partition = 0; partition < Setup.Partitions; partition++)
            Assert.Equal(results.Of(partition), Printed(trace.Console, $"[p{partition}] "));
    }

    // A line of a partition that is preempted while it writes comes in parts.
    private static string Printed(IEnumerable<string> console, string prefix) =>
        string.Concat(console.Where(line => line.StartsWith(prefix, StringComparison.Ordinal)).Select(line => line[prefix.Length..]));

    public void Dispose()
    {
        Nanokernel.Kernel.Processor.Replay(null);
        EventTimer.MeasuredCounts = 0;
    }

    // Null for what decides nothing: the null hypercall, and the handing over of x87 and SSE registers.
    private static KernelEvent? EventOf(TraceEntry entry, ulong[] reads)
    {
        var happened = new KernelEvent { Time = entry.Reads < reads.Length ? reads[entry.Reads] : 0, Number = entry.Ecx };
        var deadline = ((ulong)entry.Edx << 32) | entry.Ecx;
        return entry.Vector switch
        {
            0x20 when !KernelConfiguration.UsesApic => happened with { Kind = EventKind.Timer },
            0x30 when KernelConfiguration.UsesApic => happened with { Kind = EventKind.Timer },
            ExceptionNames.DeviceNotAvailable => null,
            >= 0x20 and <= 0x2F => happened with { Kind = EventKind.Line, Number = entry.Vector - 0x20 },
            Hypercall.Vector => entry.Eax switch
            {
                Hypercall.Null => null,
                Hypercall.Yield => happened with { Kind = EventKind.Yield },
                Hypercall.Wait => happened with { Kind = EventKind.Wait, Deadline = deadline },
                Hypercall.SetTimer => happened with { Kind = EventKind.SetTimer, Deadline = deadline },
                Hypercall.Notify => happened with { Kind = EventKind.Notify },
                Hypercall.UnmaskInterrupt => happened with { Kind = EventKind.Unmask, Serves = true },
                Hypercall.MaskInterrupt => happened with { Kind = EventKind.Mask },
                Hypercall.AcquireLock => happened with { Kind = EventKind.AcquireLock, Number = entry.Ebx, Deadline = deadline },
                Hypercall.ReleaseLock => happened with { Kind = EventKind.ReleaseLock },
                Hypercall.Exit => happened with { Kind = EventKind.Exit },
                _ => happened with { Kind = EventKind.Other },
            },
            _ => throw new InvalidOperationException($"Vector {entry.Vector:X} belongs to nobody."),
        };
    }

    // When the kernel looked at the clock to charge who had run: the one thing that only it knows.
    private static ulong ChargedUntil() =>
        (ulong)typeof(Shares).GetField("s_charged", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;

    /// <summary>What each partition is to have got.</summary>
    private sealed class Results
    {
        private readonly uint[] _answers = new uint[Setup.Partitions];
        private readonly bool[] _waits = new bool[Setup.Partitions];
        private readonly int[,] _delivered = new int[Setup.Partitions, VirtualInterrupt.Count];
        private readonly int[,] _told = new int[Setup.Partitions, VirtualInterrupt.Count];
        private readonly bool[,] _open = new bool[Setup.Partitions, VirtualInterrupt.Count];

        public string Of(int partition) => $"answers {_answers[partition]:X8}";

        /// <summary>A partition that enters the kernel again has got the answer of its wait.</summary>
        public void TakeAnswer(TraceEntry entry)
        {
            // A wait for a lock that was interrupted is made again, and only then answered.
            if (entry.Vector != Hypercall.Vector || entry.Eax == Hypercall.Null || SimulatedKernel.AsksAgain)
                return;
            if (_waits[entry.Partition])
                _answers[entry.Partition] = (_answers[entry.Partition] * 31) + (uint)SimulatedKernel.Result(entry.Partition);
            _waits[entry.Partition] = entry.Eax is Hypercall.Wait or Hypercall.AcquireLock;
        }

        public void TakeUpcalls()
        {
            foreach (var upcall in SimulatedKernel.Upcalls)
            {
                for (var source = 0; source < VirtualInterrupt.Count; source++)
                {
                    if (((upcall >> source) & 1) == 0)
                        continue;
                    _delivered[upcall >> 32, source]++;
                    _open[upcall >> 32, source] = true;
                }
            }
        }

        /// <summary>
        /// A handler of a partition runs. What comes twice while the partition holds its upcalls back is one, and the host does not know
        /// when it does so; but nothing is handled that was not delivered.
        /// </summary>
        public void TakeTold(TraceEntry entry, string at)
        {
            _open[entry.Partition, entry.Ecx] = false;
            Assert.True(++_told[entry.Partition, entry.Ecx] <= _delivered[entry.Partition, entry.Ecx], $"{at}: nothing of this kind was delivered.");
        }

        /// <summary>Nothing that was delivered is unhandled.</summary>
        public void AssertComplete() => Assert.DoesNotContain(true, _open.Cast<bool>());
    }
}
