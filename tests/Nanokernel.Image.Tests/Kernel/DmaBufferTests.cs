using System.Globalization;
using System.Text.Json;
using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Kernel;

/// <summary>
/// A buffer for a bus master is where the report says, for the partition, for a device (which sees what QEMU's monitor sees of physical
/// memory), and for nobody else.
/// </summary>
public class DmaBufferTests
{
    private const string WithNoExecute = "max";
    private const string WithoutNoExecute = "max,-nx";
    private const uint IsaEnd = 0x0100_0000;
    private const uint RingAlignment = 0x1_0000;
    private const uint Mark = 0xA5A5_0000;

    private static readonly Device Card = new("card") { IsBusMaster = true };

    private static readonly SourceSystem System = new SourceSystem("dma-buffer")
        .Partition("owner", Owner, partition => partition
            .WithMemory(4.MiB())
            .WithPriority(Priority.High)
            .OwnsDevice(Pc.VgaText)
            .OwnsDevice(Card)
            .WithDmaBuffer("frames", 5.MiB())
            .WithDmaBuffer("ring", 64.KiB(), below: 16.MiB(), alignment: 64.KiB()));

    private static readonly SourceSystem Thieves = new SourceSystem("dma-buffer-thieves")
        .Partition("writes", Thief("*(byte*)0xB8000000 = 1;"), partition => partition.WithMemory(512.KiB()))
        .Partition("owner", Executing, partition => partition
            .WithPriority(Priority.High).OwnsDevice(Pc.VgaText).OwnsDevice(Card).WithDmaBuffer("ring", 64.KiB()))
        .Partition("reads", Thief("Console.WriteLine($\"survived {*(byte*)0xB8008000}\");"), partition => partition.WithMemory(512.KiB()))
        .Partition("asks", Thief("DeviceMemory.At(0x400000, 2);"), partition => partition.WithMemory(512.KiB()));

    public static TheoryData<string, CompilerMode> Cases => new()
    {
        { WithNoExecute, CompilerMode.Debug },
        { WithNoExecute, CompilerMode.Release },
        { WithoutNoExecute, CompilerMode.Debug },
        { WithoutNoExecute, CompilerMode.Release },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_partition_and_physical_memory_agree_with_the_report(string cpu, CompilerMode mode)
    {
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(System.Build(mode).JsonPath, TestContext.Current.CancellationToken));
        await using var monitor = await HumanMonitor.StartAsync(System, mode, "[owner] ready", options => options with { Cpu = cpu });
        var lines = monitor.Machine.DebugConsole.Lines;

        foreach (var (name, number) in new[] { ("frames", 1u), ("ring", 2u) })
        {
            var buffer = report.RootElement.GetProperty("partitions").EnumerateArray()
                .SelectMany(partition => partition.TryGetProperty("dmaBuffers", out var buffers) ? buffers.EnumerateArray() : default)
                .Single(buffer => buffer.GetProperty("name").GetString() == name);
            var address = buffer.GetProperty("physicalAddress").GetString()!;
            var bytes = buffer.GetProperty("bytes").GetUInt32();
            Assert.Contains($"[owner] {name}: {bytes} bytes at {address}, 0 not zero", lines);

            var first = Parse(address);
            Assert.Equal(Mark + number, await ReadPhysicalAsync(monitor, first));
            Assert.Equal(Mark + number, await ReadPhysicalAsync(monitor, first + bytes - sizeof(uint)));
            Assert.Equal(0u, await ReadPhysicalAsync(monitor, first + bytes / 2));
        }
    }

    [Theory]
    [CompilerModes]
    public void A_buffer_lies_where_its_device_reaches_it_and_nobody_else_has_memory(CompilerMode mode)
    {
        var layout = System.Build(mode).Layout;
        var ring = layout.DmaBuffers.Single(buffer => buffer.Name == "ring");

        Assert.True(ring.Memory.End <= IsaEnd);
        Assert.Equal(0u, ring.PhysicalAddress % RingAlignment);
        Assert.All(layout.Partitions, partition => Assert.DoesNotContain(layout.DmaBuffers, buffer => buffer.Memory.Overlaps(partition.Memory)));
        Assert.Contains($"0x{ring.PhysicalAddress:X8} 0x{ring.PhysicalAddress:X8} {ring.Bytes,10}", File.ReadAllText(System.Build(mode).MapPath));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Nobody_else_reaches_it_and_nothing_in_it_is_executed(string cpu, CompilerMode mode)
    {
        var run = await TestRun.OfAsync(Thieves, mode, options => options with { Cpu = cpu });
        run.ExitedWith(101);
        run.Printed("fault: partition 'writes'", "write to 0xB8000000, where nothing is mapped");
        run.Printed("fault: partition 'reads'", "read from 0xB8008000, where nothing is mapped");
        run.Printed("fault: partition 'asks'", "The partition owns no device with this memory.");
        run.DidNotPrint("survived");
        if (cpu == WithNoExecute)
            run.Printed("fault: partition 'owner' stopped by #PF (page fault): execution of 0xB8008000, its own memory, which holds no code");
        else
            run.Printed("[owner] executed");
    }

    private static async Task<uint> ReadPhysicalAsync(HumanMonitor monitor, uint address)
    {
        var answer = await monitor.AskAsync($"xp /1wx 0x{address:x}");
        var line = answer.Split('\n').Single(line => line.StartsWith($"{address:x16}: ", StringComparison.Ordinal));
        return Parse(line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..].Trim());
    }

    private static uint Parse(string hexadecimal) => uint.Parse(hexadecimal.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private const string Owner = """
        [Partition]
        static partial class Owner
        {
            [DmaBuffer("ring")]
            static partial DmaBuffer Ring { get; }

            [DmaBuffer("frames")]
            static partial DmaBuffer Frames { get; }

            static void Main()
            {
                Mark("frames", Frames, 0xA5A50001);
                Mark("ring", Ring, 0xA5A50002);
                Console.WriteLine("ready");
                Processor.Wait();
            }

            static void Mark(string name, DmaBuffer buffer, uint value)
            {
                var words = MemoryMarshal.Cast<byte, uint>(buffer.Span);
                var different = 0;
                for (var i = 0; i < words.Length; i += 64)
                    different += words[i] == 0 ? 0 : 1;
                words[0] = value;
                words[words.Length - 1] = value;
                Console.WriteLine($"{name}: {buffer.Length} bytes at 0x{buffer.PhysicalAddress:X8}, {different} not zero");
            }
        }
        """;

    private const string Executing = """
        [Partition]
        static unsafe partial class Owner
        {
            [DmaBuffer("ring")]
            static partial DmaBuffer Ring { get; }

            static void Main()
            {
                Ring.Span[0] = 0xC3;
                ((delegate*<void>)Ring.Pointer)();
                Console.WriteLine("executed");
            }
        }
        """;

    private static string Thief(string statement) => $$"""
        [Partition]
        static unsafe partial class Thief
        {
            static void Main()
            {
                {{statement}}
                Console.WriteLine("survived");
            }
        }
        """;
}
