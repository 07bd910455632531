using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Nanokernel.X86.Emulation;
using Xunit;

namespace Nanokernel.Image.Tests.Kernel;

/// <summary>PCI functions, found by what they are or where they are, and handed to their owners.</summary>
public class PciTests
{
    private static readonly PciFunction Edu = new("edu", PciMatch.ById(0x1234, 0x11E8))
    {
        Bars = [PciBar.Memory(0, 1.MiB())],
        UsesInterrupt = true,
    };

    private static readonly PciFunction TestDevice = new("test-device", PciMatch.ByAddress(0, 5))
    {
        Bars = [PciBar.Memory(0, 4.KiB()), PciBar.Ports(1, 256)],
    };

    private static readonly PciFunction Network = new("network", PciMatch.ByClass(0x02, 0x00))
    {
        Bars = [PciBar.Ports(0, 256), PciBar.Memory(1, new ByteSize(256))],
        IsBusMaster = true,
    };

    private static readonly string[] Cards = ["edu,addr=04", "pci-testdev,addr=05", "rtl8139,addr=06", "piix3-usb-uhci,addr=07"];

    private static readonly SourceSystem System = new SourceSystem("pci")
        .Partition("edu", EduOwner, partition => partition.WithMemory(512.KiB()).OwnsPciFunction(Edu).WithPriority(new Priority(2)))
        .Partition("cards", CardsOwner, partition => partition.WithMemory(512.KiB()).OwnsPciFunction(TestDevice).OwnsPciFunction(Network))
        .Partition("thief", Thief, partition => partition.WithMemory(512.KiB()));

    [Theory]
    [BackEnds]
    public async Task A_function_is_found_by_its_IDs_and_its_memory_and_interrupt_belong_to_its_owner(CompilerMode mode, BackEnd backEnd) =>
        (await RunAsync(mode, backEnd))
            .Printed("[edu] 1234:11E8 at 0:4.0, class 0.255.0")
            .Printed("[edu] identification 0x010000ED, inverted 0xFFFF0000, 10! = 3628800")
            .Printed("[edu] 100 interrupts asked for, 100 handled");

    private static async Task<TestRun> RunAsync(CompilerMode mode, BackEnd backEnd) =>
        (await TestRun.OfAsync(System.On(backEnd), mode, options => options with { Devices = Cards })).ExitedWith(101);

    private const string EduOwner = """
        [Partition]
        static partial class Edu
        {
            static DeviceMemory s_memory;
            static InterruptLine s_line;
            static int s_handled;

            static void Main()
            {
                var function = PciFunction.Find("edu");
                s_memory = function.GetMemory(0);
                s_line = function.InterruptLine;
                Console.WriteLine($"{function.VendorId:X4}:{function.DeviceId:X4} at {function.Bus}:{function.Device}.{function.Function}, class {function.BaseClass}.{function.SubClass}.{function.ProgrammingInterface}");

                s_memory.WriteUInt32(4, 0x0000FFFF);
                s_memory.WriteUInt32(8, 10);
                while ((s_memory.ReadUInt32(0x20) & 1) != 0)
                    Processor.Yield();
                Console.WriteLine($"identification 0x{s_memory.ReadUInt32(0):X8}, inverted 0x{s_memory.ReadUInt32(4):X8}, 10! = {s_memory.ReadUInt32(8)}");

                Interrupts.Attach(s_line, OnInterrupt);
                for (var i = 0; i < 100; i++)
                    s_memory.WriteUInt32(0x60, 1);
                Console.WriteLine($"100 interrupts asked for, {Volatile.Read(ref s_handled)} handled");
            }

            static void OnInterrupt()
            {
                s_handled++;
                s_memory.WriteUInt32(0x64, s_memory.ReadUInt32(0x24));
                Interrupts.Complete(s_line);
            }
        }
        """;

    private const string CardsOwner = """
        [Partition]
        static partial class Cards
        {
            static void Main()
            {
                var test = PciFunction.Find("test-device");
                var network = PciFunction.Find("network");
                Console.WriteLine($"{test.VendorId:X4}:{test.DeviceId:X4} has 0x{test.GetMemory(0).ReadByte(0):X2} in memory and port {test.GetPort(1):X4}");
                var port = network.GetPort(0);
                Console.WriteLine($"network port {IoPort.ReadUInt32(port):X8}, memory {network.GetMemory(1).ReadUInt32(0):X8}, line {network.Configuration.ReadByte(0x3C)}");
            }
        }
        """;

    private const string Thief = """
        [Partition]
        static unsafe partial class Thief
        {
            static void Main()
            {
                PciFunction.Find("edu");
                Console.WriteLine("survived");
            }
        }
        """;
}
