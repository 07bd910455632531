using System.Buffers.Binary;
using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Kernel;

/// <summary>The image as a file, and in a PC that is not QEMU.</summary>
public class ImageFileTests
{
    private const uint Mebibyte = 0x0010_0000;

    [Theory]
    [CompilerModes]
    public void No_segment_lies_below_1_MiB(CompilerMode mode)
    {
        var image = File.ReadAllBytes(Whole("below-1-mib").Build(mode).ImagePath);
        var count = BinaryPrimitives.ReadUInt16LittleEndian(image.AsSpan(44));
        var start = BinaryPrimitives.ReadInt32LittleEndian(image.AsSpan(28));
        Assert.True(count > 0);
        for (var i = 0; i < count; i++)
        {
            var physicalAddress = BinaryPrimitives.ReadUInt32LittleEndian(image.AsSpan(start + i * 32 + 12));
            Assert.True(physicalAddress >= Mebibyte, $"Segment {i} is at 0x{physicalAddress:X8}.");
        }
    }

    [Theory]
    [CompilerModes]
    public void The_same_sources_in_another_folder_give_the_same_bytes(CompilerMode mode)
    {
        var here = Whole("deterministic").Build(mode);
        var there = Whole("deterministic", Path.Combine(AppContext.BaseDirectory, "another folder", "with spaces")).Build(mode);
        Assert.Equal(File.ReadAllBytes(here.ImagePath), File.ReadAllBytes(there.ImagePath));
    }

    [Theory]
    [CompilerModes]
    public async Task The_image_does_the_same_in_v86_as_in_QEMU(CompilerMode mode)
    {
        var system = Whole("second-emulator");
        var qemu = await TestRun.OfAsync(system, mode);
        qemu.ExitedWith(101).Printed("[monitor] sum 4950").Printed("[ticker] 20 ticks").Printed("which belongs to partition 'monitor'");

        var v86 = await V86.RunAsync(system.Build(mode).ImagePath, TimeSpan.FromMinutes(2));
        Assert.Equal(101, v86.ExitCode);
        Assert.Equal(Steady(qemu.Debug), Steady(v86.Lines["debug"]));
        Assert.Equal(qemu.Serial[0], v86.Lines["COM1"]);
    }

    // Registers and times differ from machine to machine, and so does which of two partitions is first to print.
    private static IEnumerable<string> Steady(IEnumerable<string> lines) =>
        lines.Where(line => !line.StartsWith("fault: [", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    // Memory, a queue, an owned UART, an interrupt, a timer, floating point and a fault: all that a system consists of.
    private static SourceSystem Whole(string name, string? folder = null)
    {
        var system = folder is null ? new SourceSystem(name) : new SourceSystem(name) { Folder = folder };
        return system
            .Partition(
                "sender",
                """
                [Partition]
                static partial class Source
                {
                    [Sends("numbers")]
                    static partial Sender<int> Numbers { get; }

                    static void Main()
                    {
                        for (var i = 0; i < 100; i++)
                            Numbers.Send(i);
                    }
                }
                """)
            .Partition(
                "monitor",
                """
                [Partition]
                static partial class Monitor
                {
                    [Receives("numbers")]
                    static partial Receiver<int> Numbers { get; }

                    static int s_interrupts;

                    static void Main()
                    {
                        var sum = 0;
                        while (Numbers.Receive(out var number))
                            sum += number;
                        Console.WriteLine($"sum {sum}");

                        Interrupts.Attach(InterruptLine.Com1, OnCom1);
                        IoPort.WriteByte(0x3F9, 2);
                        while (Volatile.Read(ref s_interrupts) == 0)
                            Processor.Wait();
                        foreach (var character in "hello from COM1\n"u8)
                            IoPort.WriteByte(0x3F8, character);
                    }

                    static void OnCom1()
                    {
                        IoPort.WriteByte(0x3F9, 0);
                        s_interrupts++;
                    }
                }
                """,
                partition => partition.WithPriority(Priority.High).OwnsDevice(Pc.Com1))
            .Partition(
                "ticker",
                """
                [Partition]
                static partial class Ticker
                {
                    static void Main()
                    {
                        var x = 0.5;
                        var ticks = 0;
                        foreach (var tick in Clock.Every(TimeSpan.FromMilliseconds(2)))
                        {
                            x = 3.7 * x * (1 - x);
                            if (++ticks == 20)
                                break;
                        }

                        Console.WriteLine($"20 ticks, bits {BitConverter.DoubleToInt64Bits(x)}");
                    }
                }
                """)
            .Partition(
                "trespasser",
                """
                [Partition]
                static partial class Trespasser
                {
                    static void Main() => IoPort.WriteByte(0x3F8, 1);
                }
                """,
                partition => partition.WithPriority(Priority.Background))
            .Queue("numbers", 8, from: "sender", to: "monitor");
    }
}
