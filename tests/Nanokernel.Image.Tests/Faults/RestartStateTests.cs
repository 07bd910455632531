using System.Globalization;
using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Nanokernel.X86.Building;
using Nanokernel.X86.Toolchain;
using Xunit;

namespace Nanokernel.Image.Tests.Faults;

/// <summary>
/// After a restart the kernel's state of a partition, and the partition's own memory, are those of its first start, word by word. Both are
/// read when the partition waits for the first time; between them it has taken a lock, armed its timer, attached a line, used SSE, slept.
/// </summary>
public class RestartStateTests
{
    private const uint PartitionBytes = 128;
    private const uint FloatingPointBytes = 512;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly SourceSystem System = new SourceSystem("restart-state")
        .Partition("victim", """
            [Partition]
            static partial class Victim
            {
                [Receives("go")]
                static partial Receiver<int> Go { get; }

                [Locks("bus")]
                static partial PartitionLock Bus { get; }

                static double s_value = 1.5;
                static int s_interrupts;

                static void Main()
                {
                    Go.Receive(out _);
                    Bus.Acquire();
                    Interrupts.Attach(InterruptLine.Com2, static () => s_interrupts++);
                    IoPort.WriteByte(0x2F9, 2);
                    PartitionTimer.StartEvery(TimeSpan.FromMilliseconds(300), static () => { });
                    for (var i = 0; i < 10; i++)
                        s_value = s_value * 3.7 * (1 - s_value);
                    Console.WriteLine("is in a mess");
                    Clock.Sleep(TimeSpan.FromSeconds(100));
                }
            }
            """, partition => partition.WithPriority(Priority.High).OwnsDevice(Pc.Com2).WithConsole(PartitionConsole.Debug))
        .Partition("watcher", """
            [Partition]
            static partial class Watcher
            {
                [Watches("victim")]
                static partial FaultMonitor Victim { get; }

                [Sends("go")]
                static partial Sender<int> Go { get; }

                [Locks("bus")]
                static partial PartitionLock Bus { get; }

                static double s_value = 2.5;

                static void Main()
                {
                    Interrupts.Attach(InterruptLine.Com1, static () => { });
                    IoPort.WriteByte(0x3FC, 0x0B);
                    IoPort.WriteByte(0x3F9, 1);
                    Console.WriteLine($"is ready {(int)(s_value * 2)}");
                    while (true)
                    {
                        while ((IoPort.ReadByte(0x3FD) & 1) == 0)
                            Processor.Wait();
                        if (IoPort.ReadByte(0x3F8) == 'm')
                            Go.Send(1);
                        else
                            Restart();
                    }
                }

                static void Restart()
                {
                    Victim.Restart();
                    Victim.WaitFor(WatchedState.Running, TimeSpan.FromSeconds(1));
                    Console.WriteLine($"lock {(int)Bus.Acquire()}");
                    Bus.Release();
                    Console.WriteLine("has started it anew");
                }
            }
            """, partition => partition.OwnsDevice(Pc.Com1).WithConsole(PartitionConsole.Debug))
        .Queue("go", 4, from: "watcher", to: "victim")
        .With((system, partitions) =>
        {
            partitions["watcher"].Watches(partitions["victim"]);
            system.AddLock("bus").SharedBy(partitions["victim"]).SharedBy(partitions["watcher"]);
        });

    [Theory]
    [CompilerModes]
    public async Task Everything_of_a_partition_is_as_at_its_first_start(CompilerMode mode)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var image = System.Build(mode);
        await using var monitor = await HumanMonitor.StartAsync(System, mode, "[watcher] is ready 5");
        var first = await ReadAllAsync(monitor, image);
        for (var restart = 1; restart <= 3; restart++)
        {
            await monitor.Machine.Serial(1).WriteAsync("m", cancellation);
            await monitor.Machine.DebugConsole.WaitForLineAsync("[victim] is in a mess", Limit, cancellation);
            var mess = await ReadAllAsync(monitor, image);
            Assert.NotEqual(first["partition"], mess["partition"]);
            Assert.NotEqual(first["control page"], mess["control page"]);
            Assert.NotEqual(first["locks"], mess["locks"]);

            await monitor.Machine.Serial(1).WriteAsync("r", cancellation);
            await monitor.Machine.DebugConsole.WaitForLineAsync("[watcher] lock 2", Limit, cancellation);
            await monitor.Machine.DebugConsole.WaitForLineAsync("[watcher] has started it anew", Limit, cancellation);
            var again = await ReadAllAsync(monitor, image);
            Assert.All(first, part => Assert.Equal(part.Value, again[part.Key]));
        }
    }

    // Times are left out: when it ran last (offset 32), and how much time it has used (80 of the information page), with the count of its
    // starts (12) and of the restarts of peers.
    private static async Task<Dictionary<string, string[]>> ReadAllAsync(HumanMonitor monitor, ImageResult image)
    {
        var placement = image.Layout.Partitions[0];
        var row = Statics(image, "Partitions");
        var areas = (Statics(image, "FloatingPoint") + 15) & ~15u;
        var read = new Dictionary<string, string[]>
        {
            ["partition"] = Without(await ReadAsync(monitor, row, PartitionBytes), 32, 36),
            ["floating point"] = await ReadAsync(monitor, areas, FloatingPointBytes),
            ["locks"] = await ReadAsync(monitor, Statics(image, "Locks"), 32),
            ["dispatcher"] = await ReadAsync(monitor, Statics(image, "Dispatcher"), 16),
            ["lifecycle"] = await ReadAsync(monitor, Statics(image, "Lifecycle"), 16),
            ["control page"] = await ReadAsync(monitor, placement.ControlPageAddress, 4096),
            ["information page"] = Without(await ReadAsync(monitor, placement.InformationPageAddress, 4096), 12, 80, 84),
        };
        foreach (var segment in image.Partitions[0].Segments)
            read[segment.Name] = await ReadAsync(monitor, placement.PhysicalBase + segment.Address - 0x400000, segment.MemoryBytes & ~3u);
        return read;
    }

    private static uint Statics(ImageResult image, string type) =>
        image.Kernel.TryFindSymbol($"?__NONGCSTATICS@Kernel_Nanokernel_Kernel_{type}@@", out var symbol)
            ? symbol.Address - 0xC0000000
            : throw new InvalidOperationException($"The kernel has no statics of '{type}'.");

    private static async Task<string[]> ReadAsync(HumanMonitor monitor, uint address, uint bytes)
    {
        var answer = await monitor.AskAsync(string.Create(CultureInfo.InvariantCulture, $"xp /{bytes / 4}wx 0x{address:x}"));
        return [.. answer.Split('\n')
            .Where(line => line.Contains(": 0x", StringComparison.Ordinal))
            .SelectMany(line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
    }

    private static string[] Without(string[] words, params int[] offsets) => [.. words.Where((_, index) => !offsets.Contains(index * 4))];
}
