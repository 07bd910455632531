using System.Globalization;
using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Kernel;

/// <summary>PCI functions, found by what they are or where they are, and handed to their owners.</summary>
public class PciTests
{
    private const int RandomCalls = 20_000;
    private const int BusMaster = 1 << 2;
    private const int InterruptDisable = 1 << 10;

    private static readonly PciFunction Edu = new("edu", PciMatch.ById(0x1234, 0x11E8))
    {
        Bars = [PciBar.Memory(0, 1.MiB())],
        UsesInterrupt = true,
        IsBusMaster = true,
    };

    private static readonly PciFunction TestDevice = new("test-device", PciMatch.ByAddress(0, 5))
    {
        Bars = [PciBar.Memory(0, 4.KiB()), PciBar.Ports(1, 256)],
    };

    private static readonly PciFunction Network = new("network", PciMatch.ByClass(0x02, 0x00))
    {
        Bars = [PciBar.Ports(0, 256), PciBar.Memory(1, new ByteSize(256))],
    };

    // The firmware lets the last one master the bus, and nobody owns it.
    private static readonly string[] Cards = ["edu,addr=04", "pci-testdev,addr=05", "rtl8139,addr=06", "virtio-blk-pci,drive=disk,addr=08"];

    private static readonly SourceSystem System = new SourceSystem("pci")
        .Partition("edu", EduOwner, partition => partition.WithMemory(512.KiB()).OwnsPciFunction(Edu).WithPriority(new Priority(2)))
        .Partition("cards", CardsOwner, partition => partition.WithMemory(512.KiB()).OwnsPciFunction(TestDevice).OwnsPciFunction(Network))
        .Partition("thief", Thief("PciFunction.Find(\"edu\");"), partition => partition.WithMemory(512.KiB()))
        .Partition("port-thief", Thief("IoPort.ReadByte(0xC000);"), partition => partition.WithMemory(512.KiB()));

    private static readonly SourceSystem Two = new SourceSystem("pci-two")
        .Partition("first", Counter, partition => partition.WithMemory(512.KiB()).OwnsPciFunction(EduInstance(0)))
        .Partition("second", Counter, partition => partition.WithMemory(512.KiB()).OwnsPciFunction(EduInstance(1)));

    // Owns whatever is in slot 4, as long as that has an edu's BAR.
    private static readonly SourceSystem Slot = new SourceSystem("pci-slot")
        .Partition("slot", Counter, partition => partition.WithMemory(512.KiB()).OwnsPciFunction(EduInstance(0) with { Match = PciMatch.ByAddress(0, 4) }))
        .Partition("network", Thief(""), partition => partition.WithMemory(512.KiB()).OwnsPciFunction(Network));

    private static readonly string[] NetworkCard = ["rtl8139,addr=06"];

    [Theory]
    [BackEnds]
    public async Task Functions_are_found_by_ID_by_address_and_by_class_and_belong_to_their_owners(CompilerMode mode, BackEnd backEnd)
    {
        var writes = Path.Combine(Path.GetTempPath(), $"nanokernel-pci-{mode}-{backEnd}-{Environment.ProcessId}.trace");
        var run = await TestRun.OfAsync(System.On(backEnd), mode, options => options with
        {
            Devices = Cards,
            ExtraArguments = ["-drive", "if=none,id=disk,driver=null-co", "-trace", "pci_cfg_write", "-D", writes],
        });
        run.ExitedWith(101);

        // Memory, interrupts, and the bus only once the owner has said so.
        run.Printed("[edu] 1234:11E8 at 0:4.0, class 0.255.0")
            .Printed("[edu] identification 0x010000ED, inverted 0xFFFF0000")
            .Printed("[edu] a bit of a register that answers whole words only: True")
            .Printed("[edu] 100 interrupts asked for, 100 handled")
            .Printed("[edu] MSI: 5, changed: False, False")
            .Printed("[edu] moved 0x00000000 while it did not master the bus, 0xCAFEF00D once it did");

        // Ports and memory of two cards, and what of the configuration space is the owner's.
        run.Printed("[cards] 1B36:0005 tests 'mmio-no-eventfd' by memory, 'portio-no-eventfd' by ports")
            .Printed("[cards] network 12005452 by ports, 12005452 by memory")
            .Printed("[cards] kept: BAR 0, BAR 1, ROM, interrupt line, bus mastering, identification")
            .Printed("[cards] given: cache line, what is there, memory space")
            .Printed($"[cards] {RandomCalls} random calls: 0 reached another's, all as before");

        // And not to others.
        run.Printed("fault: partition 'thief'", "The partition owns no PCI function of this name.")
            .Printed("fault: partition 'port-thief'", "port 0xC000, which belongs to partition 'cards'")
            .DidNotPrint("survived");

        // The whole of the command register, as it was written: the firmware's, the kernel's at boot, the owner's, the kernel's at the end.
        var disk = CommandsOf("virtio-blk-pci", await File.ReadAllLinesAsync(writes, TestContext.Current.CancellationToken));
        Assert.Contains(disk, command => (command & BusMaster) != 0);
        Assert.Equal(0, disk[^1] & BusMaster);
        var edu = CommandsOf("edu", await File.ReadAllLinesAsync(writes, TestContext.Current.CancellationToken));
        Assert.NotEqual(0, edu[^2] & BusMaster);
        Assert.Equal(InterruptDisable, edu[^1] & (BusMaster | InterruptDisable));
        File.Delete(writes);
    }

    private static int[] CommandsOf(string device, string[] writes) =>
    [
        .. writes.Where(line => line.StartsWith($"pci_cfg_write {device} ", StringComparison.Ordinal) && line.Contains(" @0x4 ", StringComparison.Ordinal))
            .Select(line => int.Parse(line[(line.IndexOf("<- 0x", StringComparison.Ordinal) + 5)..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)),
    ];

    [Theory]
    [InlineData("edu,addr=04", "edu,addr=05")]
    [InlineData("edu,addr=04", "pci-bridge,id=bridge,chassis_nr=1,addr=07", "edu,bus=bridge,addr=0e")]
    public async Task Instances_are_counted_over_all_buses(params string[] devices) =>
        (await TestRun.OfAsync(Two, CompilerMode.Release, options => options with { Devices = devices }))
            .ExitedWith(0)
            .Printed("[first] 100 interrupts")
            .Printed("[second] 100 interrupts");

    [Fact]
    public async Task A_line_that_two_partitions_would_share_is_refused_with_everything_on_it() =>
        (await TestRun.OfAsync(Two, CompilerMode.Release, options => options with { Devices = ["edu,addr=05", "edu,addr=06", "ne2k_pci,addr=09"] }))
            .ExitedWith(103)
            .Printed(
                "system 'pci-two' cannot run on this machine: PCI function 'edu' (1234:11E8 #1) of partition 'second' at 00:06.0 is on IRQ 10, "
                + "which two partitions would share. On that line are 00:05.0 'edu' (1234:11E8 #0) of partition 'first', "
                + "00:06.0 'edu' (1234:11E8 #1) of partition 'second', 00:09.0 (10EC:8029, nobody's): a line has one owner");

    [Theory]
    [InlineData("", "PCI function 'edu' (00:04.0) of partition 'slot' is not there")]
    [InlineData("pci-testdev,addr=04", "PCI function 'edu' (00:04.0) of partition 'slot' at 00:04.0: BAR 0 has 0x00001000 bytes of memory, and the system declares 0x00100000 bytes of memory")]
    [InlineData("virtio-rng-pci,addr=04", "PCI function 'edu' (00:04.0) of partition 'slot' at 00:04.0: BAR 0 has 32 ports, and the system declares 0x00100000 bytes of memory")]
    [InlineData("pci-bridge,chassis_nr=1,addr=04", "PCI function 'edu' (00:04.0) of partition 'slot' at 00:04.0 is a bridge, which only the kernel drives")]
    [InlineData("i6300esb,addr=04", "PCI function 'edu' (00:04.0) of partition 'slot' at 00:04.0: BAR 0 has 0x00000010 bytes of memory, and the system declares 0x00100000 bytes of memory")]
    public async Task A_machine_whose_function_is_another_is_refused(string device, string reason) =>
        (await RunSlotAsync(device, NetworkCard)).ExitedWith(103).Printed("system 'pci-slot' cannot run on this machine: " + reason);

    [Fact]
    public async Task Two_names_for_one_function_are_refused() =>
        (await RunSlotAsync("rtl8139,addr=04", [])).ExitedWith(103)
            .Printed("PCI function 'network' (class 02.00) of partition 'network' at 00:04.0 is the same as 'edu' (00:04.0) of partition 'slot'");

    [Fact]
    public async Task Several_functions_that_fit_are_refused_where_one_is_meant() =>
        (await RunSlotAsync("edu,addr=04", ["rtl8139,addr=06", "ne2k_pci,addr=07"])).ExitedWith(103)
            .Printed(
                "PCI function 'network' (class 02.00) of partition 'network' at 00:06.0 is not the only one that fits: there is 00:07.0 "
                + "(10EC:8029, nobody's) as well, so state which instance is meant");

    [Fact]
    public async Task A_machine_without_PCI_is_refused() =>
        (await TestRun.OfAsync(Slot, CompilerMode.Release, options => options with { ExtraArguments = ["-machine", "isapc"] }))
            .ExitedWith(103)
            .Printed("system 'pci-slot' cannot run on this machine: it has no PCI (configuration mechanism 1)");

    private static Task<TestRun> RunSlotAsync(string device, string[] others) => TestRun.OfAsync(
        Slot, CompilerMode.Release, options => options with { Devices = device.Length == 0 ? others : [device, .. others] });

    private static PciFunction EduInstance(int instance) => Edu with { Match = PciMatch.ById(0x1234, 0x11E8, instance), IsBusMaster = false };

    private const string EduOwner = """
        [Partition]
        static unsafe partial class Edu
        {
            static DeviceMemory s_memory;
            static InterruptLine s_line;
            static int s_handled;
            static uint s_target;

            static void Main()
            {
                var function = PciFunction.Find("edu");
                s_memory = function.GetMemory(0);
                s_line = function.InterruptLine;
                Console.WriteLine($"{function.VendorId:X4}:{function.DeviceId:X4} at {function.Bus}:{function.Device}.{function.Function}, class {function.BaseClass}.{function.SubClass}.{function.ProgrammingInterface}");

                s_memory.WriteUInt32(4, 0x0000FFFF);
                Console.WriteLine($"identification 0x{s_memory.ReadUInt32(0):X8}, inverted 0x{s_memory.ReadUInt32(4):X8}");
                Console.WriteLine($"a bit of a register that answers whole words only: {(s_memory.ReadUInt32(0) & 1) != 0}");

                // MSI is a capability of the card, at 0x40: an interrupt by writing where the partition likes.
                var space = function.Configuration;
                Console.WriteLine($"MSI: {(byte)space.ReadUInt32(0x40)}, changed: {space.TryWriteUInt32(0x40, space.ReadUInt32(0x40) | 0x10000)}, {space.TryWriteUInt32(0x44, 0xFEE00000)}");

                Interrupts.Attach(s_line, OnInterrupt);
                for (var i = 0; i < 100; i++)
                    s_memory.WriteUInt32(0x60, 1);
                Console.WriteLine($"100 interrupts asked for, {Volatile.Read(ref s_handled)} handled");

                // Fills the device's buffer from a word of ours, and copies it to another: both by its own access to memory.
                var without = Move();
                function.EnableBusMaster();
                Console.WriteLine($"moved 0x{without:X8} while it did not master the bus, 0x{Move():X8} once it did");
            }

            // The first partition's memory has the same physical addresses as virtual ones.
            static uint Move()
            {
                var source = 0xCAFEF00Du;
                s_target = 0;
                fixed (uint* target = &s_target)
                {
                    Transfer((uint)&source, 0x40000, 1);
                    Transfer(0x40000, (uint)target, 3);
                }

                return Volatile.Read(ref s_target);
            }

            static void Transfer(uint from, uint to, uint command)
            {
                s_memory.WriteUInt32(0x80, from);
                s_memory.WriteUInt32(0x88, to);
                s_memory.WriteUInt32(0x90, 4);
                s_memory.WriteUInt32(0x98, command);
                while ((s_memory.ReadUInt32(0x98) & 1) != 0)
                    Clock.Sleep(TimeSpan.FromMilliseconds(10));
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
        static unsafe partial class Cards
        {
            const int RandomCalls = 20_000;

            static uint s_random = 12345;

            // The hypercall as any program can make it.
            [System.Runtime.RuntimeImport("nk_hypercall_write_pci_configuration")]
            [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.InternalCall)]
            static extern int Write(uint selector, uint value);

            static void Main()
            {
                var test = PciFunction.Find("test-device");
                var network = PciFunction.Find("network");

                // The test device describes the test that was chosen, each space its own: the name is at 16.
                var memory = test.GetMemory(0);
                var first = test.GetPort(1);
                memory.WriteByte(0, 0);
                Console.Write($"{test.VendorId:X4}:{test.DeviceId:X4} tests '");
                for (var i = 16; memory.ReadByte(i) != 0; i++)
                    Console.Write($"{(char)memory.ReadByte(i)}");
                IoPort.WriteByte(first, 0);
                Console.Write("' by memory, '");
                for (var i = 16; IoPort.ReadByte((ushort)(first + i)) != 0; i++)
                    Console.Write($"{(char)IoPort.ReadByte((ushort)(first + i))}");
                Console.WriteLine("' by ports");
                Console.WriteLine($"network {IoPort.ReadUInt32(network.GetPort(0)):X8} by ports, {network.GetMemory(1).ReadUInt32(0):X8} by memory");

                var space = network.Configuration;
                Console.Write("kept:");
                Report(" BAR 0", !space.TryWriteUInt32(0x10, 0xFFFFFFFF));
                Report(", BAR 1", !space.TryWriteUInt32(0x14, space.ReadUInt32(0x14) + 0x1000));
                Report(", ROM", !space.TryWriteUInt32(0x30, 0xFFFFF801));
                Report(", interrupt line", !space.TryWriteUInt32(0x3C, space.ReadUInt32(0x3C) ^ 1));
                Report(", bus mastering", !space.TryWriteUInt32(4, space.ReadUInt32(4) | 4));
                Report(", identification", !space.TryWriteUInt32(0, 0));
                Console.WriteLine("");

                Console.Write("given:");
                Report(" cache line", space.TryWriteUInt32(0x0C, space.ReadUInt32(0x0C) ^ 0x10));
                Report(", what is there", space.TryWriteUInt32(0x10, space.ReadUInt32(0x10)));
                var command = space.ReadUInt32(4);
                Report(", memory space", space.TryWriteUInt32(4, command & ~2u) && network.GetMemory(1).ReadUInt32(0) != IoPort.ReadUInt32(network.GetPort(0)) && space.TryWriteUInt32(4, command));
                Console.WriteLine("");

                var before = Sum(test) + Sum(network);
                var reached = 0;
                for (var i = 0; i < RandomCalls; i++)
                {
                    var selector = Random();
                    if (i % 4 != 0)
                        selector = (Random() % 4 << 16) | (1u << (int)(Random() % 3 + 8)) | (Random() & 0xFC);
                    if (Write(selector, Random()) == 0 && selector >> 16 >= 2)
                        reached++;
                }

                test.Configuration.WriteUInt16(4, (ushort)(test.Configuration.ReadUInt16(4) | 3));
                space.WriteUInt16(4, (ushort)(space.ReadUInt16(4) | 3));
                var same = Sum(test) + Sum(network) == before && network.GetMemory(1).ReadUInt32(0) == IoPort.ReadUInt32(network.GetPort(0));
                Console.WriteLine($"{RandomCalls} random calls: {reached} reached another's, {(same ? "all as before" : "something else")}");
            }

            static void Report(string what, bool holds) => Console.Write(holds ? what : "");

            // What the kernel keeps: identification, class, BARs, ROM, line, and the command register's bus mastering and errors.
            static uint Sum(PciFunction function)
            {
                var sum = function.Configuration.ReadUInt32(0) + function.Configuration.ReadUInt32(8) + (function.Configuration.ReadUInt32(4) & 0x144);
                for (var register = 0x10; register < 0x40; register += 4)
                    sum = (sum << 1 | sum >> 31) + function.Configuration.ReadUInt32(register);
                return sum;
            }

            static uint Random()
            {
                s_random ^= s_random << 13;
                s_random ^= s_random >> 17;
                s_random ^= s_random << 5;
                return s_random;
            }
        }
        """;

    private const string Counter = """
        [Partition]
        static partial class Counter
        {
            static DeviceMemory s_memory;
            static InterruptLine s_line;
            static int s_handled;

            static void Main()
            {
                var function = PciFunction.Find("edu");
                s_memory = function.GetMemory(0);
                s_line = function.InterruptLine;
                Interrupts.Attach(s_line, OnInterrupt);
                for (var i = 0; i < 100; i++)
                    s_memory.WriteUInt32(0x60, 1);
                Console.WriteLine($"{Volatile.Read(ref s_handled)} interrupts");
            }

            static void OnInterrupt()
            {
                s_handled++;
                s_memory.WriteUInt32(0x64, s_memory.ReadUInt32(0x24));
                Interrupts.Complete(s_line);
            }
        }
        """;

    private static string Thief(string statement) => $$"""
        [Partition]
        static partial class Thief
        {
            static void Main()
            {
                {{statement}}
                Console.WriteLine("survived");
            }
        }
        """;
}
