using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Kernel;

/// <summary>
/// One partition owns the VGA's text memory, one the chip with the firmware, at whose end the processor starts; others reach them by no
/// way. The processors are those of both kinds of page tables.
/// </summary>
public class DeviceMemoryTests
{
    private static readonly Device FirstFrame = new("frame 1") { Memory = [new(0xE000_0000, 0x8000)] };

    private static readonly Device Chip = new("firmware") { Memory = [new(0xFFFF_0000, 0x1_0000)] };

    private static readonly Device SecondFrame = new("frame 2") { Memory = [new(0xE000_8000, 0x8000)] };

    private static readonly SourceSystem System = new SourceSystem("device-memory")
        .Partition("screen", Screen, partition => partition.WithMemory(512.KiB()).OwnsDevice(Pc.VgaText).WithPriority(new Priority(2)))
        .Partition("firmware", Firmware, partition => partition.WithMemory(512.KiB()).OwnsDevice(Chip))
        .Partition("past-end", Owner("0xE0000000", "memory.WriteByte(0x8000, 1);"), partition => partition.WithMemory(512.KiB()).OwnsDevice(FirstFrame))
        .Partition("halfway", Owner("0xE0008000", "memory.WriteUInt32(0x8000 - 2, 1);"), partition => partition.WithMemory(512.KiB()).OwnsDevice(SecondFrame))
        .Partition("asks", Thief("DeviceMemory.At(0xB8000, 2);"), partition => partition.WithMemory(512.KiB()))
        .Partition("takes", Thief("*(byte*)0xB8000000 = 1;"), partition => partition.WithMemory(512.KiB()))
        .Partition("window", Thief("*(byte*)0xC00B8000 = 1;"), partition => partition.WithMemory(512.KiB()));

    public static TheoryData<string, CompilerMode> Cases => new()
    {
        { "qemu32", CompilerMode.Debug },
        { "qemu32", CompilerMode.Release },
        { "max", CompilerMode.Debug },
        { "max", CompilerMode.Release },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_owner_of_the_screen_works_on_it(string cpu, CompilerMode mode) =>
        (await RunAsync(mode, cpu)).Printed("[screen] 8192 words, 0 differ");

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task What_is_at_a_physical_address_is_the_device_and_no_RAM(string cpu, CompilerMode mode) =>
        (await RunAsync(mode, cpu)).Printed("[firmware] the far jump 0xEA, and 0xEA after a write");

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Others_do_not_reach_it_and_nobody_gets_beyond_his_own(string cpu, CompilerMode mode)
    {
        var run = await RunAsync(mode, cpu);
        run.Printed("fault: partition 'asks'", "The partition owns no device with this memory.");
        run.Printed("fault: partition 'takes'", "write to 0xB8000000, where nothing is mapped");
        run.Printed("fault: partition 'window'", "write to 0xC00B8000, where nothing is mapped");
        run.Printed("fault: partition 'past-end'", "ArgumentOutOfRange");
        run.Printed("fault: partition 'halfway'", "ArgumentOutOfRange");
        run.DidNotPrint("survived");
    }

    private static async Task<TestRun> RunAsync(CompilerMode mode, string cpu) =>
        (await TestRun.OfAsync(System, mode, options => options with { Cpu = cpu })).ExitedWith(101);

    private const string Screen = """
        [Partition]
        static partial class Screen
        {
            static void Main()
            {
                var text = DeviceMemory.At(0xB8000, 0x8000);
                for (var i = 0; i < text.Length; i += 4)
                    text.WriteUInt32(i, 0x07000700u + (uint)i);
                var different = 0;
                for (var i = 0; i < text.Length; i += 4)
                    different += text.ReadUInt32(i) == 0x07000700u + (uint)i ? 0 : 1;
                Console.WriteLine($"{text.Length / 4} words, {different} differ");
            }
        }
        """;

    private const string Firmware = """
        [Partition]
        static partial class Firmware
        {
            static void Main()
            {
                var chip = DeviceMemory.At(0xFFFFFFF0, 16);
                var before = chip.ReadByte(0);
                chip.WriteByte(0, 0x55);
                Console.WriteLine($"the far jump 0x{before:X2}, and 0x{chip.ReadByte(0):X2} after a write");
            }
        }
        """;

    private static string Owner(string address, string statement) => $$"""
        [Partition]
        static partial class Owner
        {
            static void Main()
            {
                var memory = DeviceMemory.At({{address}}, 0x8000);
                {{statement}}
                Console.WriteLine("survived");
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
