using System.Globalization;
using Nanokernel.Testing;

namespace Nanokernel.Measurements;

/// <summary>What locks between partitions cost, in instructions and in bytes of the kernel. README.md tells how each is measured.</summary>
public static class LockPaths
{
    private const int Rounds = 200;

    public static async Task<IReadOnlyList<Metric>> MeasureAsync()
    {
        var calls = await Guest.RunAsync(Calls);
        var handovers = await Guest.RunAsync(HandOver);
        var lengths = handovers["released"].Zip(handovers["acquired"], (released, acquired) => (long)(uint)(acquired - released)).ToList();
        return
        [
            Metric.Instructions("lock_acquire_instructions", Guest.Median(calls["acquire"])),
            Metric.Instructions("lock_acquire_max_instructions", calls["acquire"].Max()),
            Metric.Instructions("lock_release_instructions", Guest.Median(calls["release"])),
            Metric.Instructions("lock_release_max_instructions", calls["release"].Max()),
            Metric.Instructions("lock_handover_instructions", Guest.Median(lengths)),
            Metric.Instructions("lock_handover_max_instructions", lengths.Max()),
            new("primitive_bytes_lock", (KernelBytes(Plain("with", hasLock: true)) - KernelBytes(Plain("without", hasLock: false)))
                .ToString(CultureInfo.InvariantCulture), "bytes"),
        ];
    }

    // Between the readings: a register or two, the number, and int 0x40 in all runs but one. The difference is what the call costs, int and
    // iret included. The lock is the partition's first end.
    private static readonly SourceSystem Calls = new SourceSystem("bench-lock-calls")
        .Partition(
            "caller",
            $$"""
            [Partition]
            static partial class Caller
            {
                // push ebx; push esi; xor ebx, ebx; rdtsc; mov esi, eax; or ecx, -1; or edx, -1; mov eax, 14; [int 0x40]; rdtsc; sub eax, esi;
                // pop esi; pop ebx; ret
                static ReadOnlySpan<byte> NoAcquire =>
                    [0x53, 0x56, 0x31, 0xDB, 0x0F, 0x31, 0x89, 0xC6, 0x83, 0xC9, 0xFF, 0x83, 0xCA, 0xFF, 0xB8, 14, 0, 0, 0, 0x0F, 0x31, 0x29, 0xF0, 0x5E, 0x5B, 0xC3];

                static ReadOnlySpan<byte> Acquire =>
                    [0x53, 0x56, 0x31, 0xDB, 0x0F, 0x31, 0x89, 0xC6, 0x83, 0xC9, 0xFF, 0x83, 0xCA, 0xFF, 0xB8, 14, 0, 0, 0, 0xCD, 0x40, 0x0F, 0x31, 0x29, 0xF0, 0x5E, 0x5B, 0xC3];

                // push esi; rdtsc; mov esi, eax; xor ecx, ecx; mov eax, 15; [int 0x40]; rdtsc; sub eax, esi; pop esi; ret
                static ReadOnlySpan<byte> NoRelease =>
                    [0x56, 0x0F, 0x31, 0x89, 0xC6, 0x31, 0xC9, 0xB8, 15, 0, 0, 0, 0x0F, 0x31, 0x29, 0xF0, 0x5E, 0xC3];

                static ReadOnlySpan<byte> Release =>
                    [0x56, 0x0F, 0x31, 0x89, 0xC6, 0x31, 0xC9, 0xB8, 15, 0, 0, 0, 0xCD, 0x40, 0x0F, 0x31, 0x29, 0xF0, 0x5E, 0xC3];

                [Locks("bus")]
                static partial PartitionLock Bus { get; }

                static void Main()
                {
                    Bus.Acquire();
                    Bus.Release();
                    for (var i = 0; i < {{Rounds}}; i++)
                    {
                        Console.WriteLine($"acquire: {Counter.Run(Acquire) - Counter.Run(NoAcquire)}");
                        Console.WriteLine($"release: {Counter.Run(Release) - Counter.Run(NoRelease)}");
                    }
                }
            }

            {{Guest.Counter}}
            """)
        .Partition("other", Other, partition => partition.WithPriority(Priority.Background))
        .With((system, partitions) => system.AddLock("bus").SharedBy(partitions["caller"]).SharedBy(partitions["other"]));

    // The urgent partition asks while the patient one holds the lock. From the patient one's call of Release to the urgent one's return from
    // Acquire, in the other address space.
    private static readonly SourceSystem HandOver = new SourceSystem("bench-lock-handover")
        .Partition(
            "urgent",
            $$"""
            [Partition]
            static partial class Urgent
            {
                [Locks("bus")]
                static partial PartitionLock Bus { get; }

                [Receives("taken")]
                static partial Receiver<int> Taken { get; }

                static void Main()
                {
                    for (var i = 0; i < {{Rounds}}; i++)
                    {
                        Taken.TryReceive(out _, TimeSpan.FromSeconds(10));
                        Bus.Acquire();
                        var acquired = (uint)Clock.Timestamp;
                        Bus.Release();
                        Console.WriteLine($"acquired: {acquired}");
                    }
                }
            }
            """,
            partition => partition.WithPriority(Priority.RealTime))
        .Partition(
            "patient",
            $$"""
            [Partition]
            static partial class Patient
            {
                [Locks("bus")]
                static partial PartitionLock Bus { get; }

                [Sends("taken")]
                static partial Sender<int> Taken { get; }

                static void Main()
                {
                    for (var i = 0; i < {{Rounds}}; i++)
                    {
                        Bus.Acquire();
                        Taken.Send(i);
                        var released = (uint)Clock.Timestamp;
                        Bus.Release();
                        Console.WriteLine($"released: {released}");
                    }
                }
            }
            """)
        .Queue("taken", 4, from: "patient", to: "urgent")
        .With((system, partitions) => system.AddLock("bus").SharedBy(partitions["urgent"]).SharedBy(partitions["patient"]));

    private const string Other = """
        [Partition]
        static partial class Other
        {
            [Locks("bus")]
            static partial PartitionLock Bus { get; }

            static void Main()
            {
                Bus.Acquire();
                Bus.Release();
            }
        }
        """;

    private static long KernelBytes(SourceSystem system) =>
        system.Build(CompilerMode.Release).Kernel.Segments.Sum(segment => (long)segment.Data.Length);

    private static SourceSystem Plain(string name, bool hasLock)
    {
        const string Idle = "[Partition] static partial class Idle { static void Main() { } }";
        var source = hasLock ? Other : Idle;
        var system = new SourceSystem("bench-lock-" + name).Partition("a", source).Partition("b", source);
        return hasLock ? system.With((system, partitions) => system.AddLock("bus").SharedBy(partitions["a"]).SharedBy(partitions["b"])) : system;
    }
}
