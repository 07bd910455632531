using Nanokernel.Testing;
using Nanokernel.X86.Emulation;

namespace Nanokernel.Measurements;

/// <summary>
/// A system that declares every feature there is, whose partitions together send the kernel down every path that it has. A feature that is
/// added gets a partition here, or a statement: the figures of the whole system are taken from it.
/// </summary>
public static class EverythingSystem
{
    private static readonly PciFunction Card = new("card", PciMatch.ById(0x1234, 0x11E8))
    {
        Bars = [PciBar.Memory(0, 1.MiB())],
        UsesInterrupt = true,
        IsBusMaster = true,
    };

    private static readonly SourceSystem Legacy = new SourceSystem("bench-everything")
        .Partition("uart", Uart, partition => partition.WithPriority(Priority.RealTime).OwnsDevice(Pc.Com1))
        .Partition("ticker", Ticking("Ticker", 500), partition => partition
            .WithPriority(Priority.High)
            .WithBudget(TimeSpan.FromMicroseconds(100), TimeSpan.FromMicroseconds(300)))
        .Partition("tocker", Ticking("Tocker", 250), partition => partition
            .WithPriority(Priority.High)
            .WithBudget(TimeSpan.FromMicroseconds(50), TimeSpan.FromMicroseconds(400)))
        .Partition("card", CardOwner, partition => partition
            .WithPriority(Priority.High)
            .OwnsPciFunction(Card)
            .WithDmaBuffer("frames", 64.KiB()))
        .Partition("level", Level, partition => partition.OwnsPorts(0x2F8, 0x2FF).OwnsInterrupt(3, InterruptTrigger.Level))
        .Partition("storm", Storm, partition => partition
            .OwnsPorts(0x228, 0x22F)
            .OwnsInterrupt(6)
            .WithInterruptLimit(6, 50, TimeSpan.FromMilliseconds(10)))
        .Partition("source", Source)
        .Partition("sink", Sink, partition => partition.WithBudget(TimeSpan.FromMicroseconds(100), TimeSpan.FromMicroseconds(500)))
        .Partition("emulating", Emulating, partition => partition.OwnsDevice(Pc.VgaText).HandlesExceptions())
        .Partition("window", Computing, partition => partition.WithPriority(new Priority(9)))
        .Partition("lines", Lines, partition => partition.WithPriority(Priority.Background).WithHeap(64.KiB()).WithReplaceableImage())
        .Partition("trespasser", Trespasser("Trespasser", "IoPort.WriteByte(0x3F8, 0)"), partition => partition.WithPriority(Priority.Background))
        .Partition("wanderer", Trespasser("Wanderer", "*(int*)0xC0400000 = 1"), partition => partition.WithPriority(Priority.Background))
        .Partition(
            "thrower",
            Trespasser("Thrower", """Bus.Acquire(); throw new InvalidOperationException("a message of some length, as messages are")""", Bus),
            partition => partition.WithPriority(Priority.Background))
        .Partition("last", Last, partition => partition.WithPriority(new Priority(1)).MayEndSystem())
        .Queue("numbers", 2, from: "source", to: "sink")
        .With((system, partitions) =>
        {
            var bus = system.AddLock("bus");
            foreach (var user in (string[])["ticker", "tocker", "source", "sink", "thrower"])
                bus.SharedBy(partitions[user]);
        })
        .With((_, partitions) =>
        {
            foreach (var restarted in (string[])["thrower", "wanderer", "card", "uart"])
                partitions[restarted].OnFault(FaultAction.Restart).WithRestartLimit(1, TimeSpan.FromMinutes(1));
            partitions["last"].Watches(partitions["thrower"]).Watches(partitions["wanderer"]).Watches(partitions["tocker"]).Watches(partitions["source"]).Watches(partitions["lines"]);
            partitions["tocker"].OnFault(FaultEvent.BudgetExhausted, FaultAction.Notify);
            partitions["source"].OnFault(FaultEvent.IllegalHypercall, FaultAction.Notify);
            partitions["lines"].WithHeartbeat(TimeSpan.FromMilliseconds(3)).OnFault(FaultEvent.MissedHeartbeat, FaultAction.Restart);
        })
        .With(system => system.WithTimeSlice(TimeSpan.FromMicroseconds(100)))
        .With(system => system.WithTrace().WithImageKey(ImageKey))
        .With((system, partitions) => system.AddPersistentMemory("state").OwnedBy(partitions["card"]))
        .With((system, partitions) => system.AddPersistentPool("blocks", 4.KiB()).UsedBy(partitions["card"]))
        .With((system, partitions) => system
            .WithCyclicSchedule(TimeSpan.FromMilliseconds(2))
            .Window(partitions["window"], TimeSpan.Zero, TimeSpan.FromMicroseconds(100)));

    /// <summary>The system on each back end, by its name.</summary>
    public static IReadOnlyDictionary<string, SourceSystem> BackEnds { get; } = new Dictionary<string, SourceSystem>
    {
        ["8259"] = Legacy,
        ["apic"] = Legacy.Variant("apic", system => system.UsesInterruptController(InterruptControllerKind.Apic)),
        ["hpet"] = Legacy.Variant(
            "hpet", system => system.UsesInterruptController(InterruptControllerKind.Apic).UsesTimer(TimerKind.Hpet)),
    };

    /// <summary>Gives a machine the devices that the system wants.</summary>
    public static QemuOptions Equip(QemuOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options with
        {
            Devices = ["edu,addr=04", "isa-serial,index=0,iobase=0x228,irq=6,chardev=null"],
            ExtraArguments = [.. options.ExtraArguments, "-chardev", "null,id=null"],
        };
    }

    // Of a pair whose private half nobody has.
    private const string ImageKey = """
        -----BEGIN PUBLIC KEY-----
        MIIBojANBgkqhkiG9w0BAQEFAAOCAY8AMIIBigKCAYEA4zb0soRV62Kjzkgi65bB
        cY4YfJM6uvvyrAJKb8csPoDSYyhVi10WoxtVwszobTFtAEf5RgOsTGhtvI6PVYtB
        DmRqm+xdZB87BXk8KrwOX1TnrJQQNScoGHi1j70zkozfPgqPrM8BIGh13ovMPsbl
        CqpyHMN+0g8RXKXwobPDTUWQB7QusLCwpqawt0BgZ75GAsWmrkmxEg0I3K9To+MO
        TqnismPsV/1HdImOA0PxrOsWp7uWJxYX5Ny4FvYdnK2U6+7SVqCvFy2yklUv61RK
        K9uCfbXsnGnlao9db2jyUtfPJpbh56PQtgVe20I2sY45piahQD6tiqjwGO1rCDzu
        QskUn8BgaSmWAAKh3iVfPgV2/FApVFWDg3gi5ofFLuezOrA2sw0mfts1/x4VoVj6
        wbmyKDsa+3oldMCDVIc7sXiIWuQWmMBRHNB2k/0YM05XVvnq00hcJuGeO9g9HpZ3
        HADf+oCSKRYL5xkecKK6o0ofUVgN06bI2xaYawO0b0rJAgMBAAE=
        -----END PUBLIC KEY-----
        """;

    private const string Uart = """
        [Partition]
        static partial class Uart
        {
            static void Main()
            {
                Interrupts.Attach(InterruptLine.Com1, OnCom1);
                var x = 1.5;
                foreach (var tick in Clock.Every(TimeSpan.FromTicks(3000)))
                {
                    IoPort.WriteByte(0x3F9, 2);
                    Interrupts.Mask(InterruptLine.Com1);
                    Interrupts.Unmask(InterruptLine.Com1);
                    x = 3.7 * x * (1 - x);
                    if (x == 0)
                        return;
                }
            }

            static void OnCom1() => IoPort.WriteByte(0x3F9, 0);
        }
        """;

    private const string CardOwner = """
        [Partition]
        static partial class CardOwner
        {
            static DeviceMemory s_memory;
            static InterruptLine s_line;

            [DmaBuffer("frames")]
            static partial DmaBuffer Frames { get; }

            [Persistent("state")]
            static partial PersistentMemory<int> State { get; }

            [PersistentPool("blocks")]
            static partial PersistentPool Blocks { get; }

            static void Main()
            {
                State.Value++;
                State.Commit();
                for (var i = 0; i < 33; i++)
                    Blocks.TryOpen($"block {i}", 1, out _);
                Frames.Span[0] = 1;
                var function = PciFunction.Find("card");
                s_memory = function.GetMemory(0);
                s_line = function.InterruptLine;
                Interrupts.Attach(s_line, OnInterrupt);
                foreach (var tick in Clock.Every(TimeSpan.FromTicks(4000)))
                {
                    s_memory.WriteUInt32(0x60, 1);
                    function.Configuration.ReadUInt32(0);
                }
            }

            static void OnInterrupt()
            {
                s_memory.WriteUInt32(0x64, s_memory.ReadUInt32(0x24));
                Interrupts.Complete(s_line);
            }
        }
        """;

    private const string Level = """
        [Partition]
        static partial class Level
        {
            static void Main()
            {
                Interrupts.Attach(InterruptLine.Com2, OnLine);
                foreach (var tick in Clock.Every(TimeSpan.FromTicks(7000)))
                    IoPort.WriteByte(0x2F9, 2);
            }

            static void OnLine()
            {
                IoPort.WriteByte(0x2F9, 0);
                Interrupts.Complete(InterruptLine.Com2);
            }
        }
        """;

    private const string Storm = """
        [Partition]
        static partial class Storm
        {
            static void Main()
            {
                Interrupts.Attach((InterruptLine)6, OnLine);
                OnLine();
                while (true)
                    Processor.Wait();
            }

            static void OnLine()
            {
                IoPort.WriteByte(0x229, 0);
                IoPort.WriteByte(0x229, 2);
            }
        }
        """;

    private const string Emulating = """
        [Partition]
        static unsafe partial class Emulating
        {
            static void Main()
            {
                DeviceMemory.At(0xB8000, 2).WriteUInt16(0, 0x741);
                Exceptions.Attach(static (ProcessorException exception, ref ExceptionFrame frame) => frame.InstructionPointer += 10);
                for (var i = 0; i < 20; i++)
                    Skipped();
                Environment.FailFast("that is all");
            }

            [MethodImpl(MethodImplOptions.NoInlining)]
            static void Skipped() => Touch([0xC7, 0x05, 0x10, 0, 0, 0, 0, 0, 0, 0, 0xC3]);

            // mov dword [0x10], 0; ret
            static void Touch(ReadOnlySpan<byte> code) => ((delegate*<void>)Unsafe.AsPointer(ref MemoryMarshal.GetReference(code)))();
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

    // What a console hypercall can be given: many short lines at once.
    private const string Lines = """
        [Partition]
        static partial class Lines
        {
            static void Main()
            {
                for (var i = 0; i < 5; i++)
                {
                    Console.Write("\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n");
                    Console.Write("a line of the most characters there are in one hypercall");
                    Processor.Yield();
                }
            }
        }
        """;

    private const string Bus = """
        [Locks("bus")]
        static partial PartitionLock Bus { get; }
        """;

    private const string Source = $$"""
        [Partition]
        static partial class Source
        {
            {{Bus}}

            [Sends("numbers")]
            static partial Sender<int> Numbers { get; }

            static void Main()
            {
                for (var i = 0; i < 200; i++)
                {
                    Numbers.Send(i);
                    using (Bus.Hold(out _))
                        Processor.Yield();
                }
            }
        }
        """;

    private const string Sink = $$"""
        [Partition]
        static partial class Sink
        {
            {{Bus}}

            [Receives("numbers")]
            static partial Receiver<int> Numbers { get; }

            static void Main()
            {
                for (var i = 0; i < 200 && Numbers.Receive(out var number); i++)
                {
                    using (Bus.Hold(out _))
                        Console.WriteLine($"the number that came is {number}");
                    Processor.Yield();
                }
            }
        }
        """;

    private const string Last = """
        [Partition]
        static partial class Last
        {
            [Watches("thrower")]
            static partial FaultMonitor Thrower { get; }

            [Watches("wanderer")]
            static partial FaultMonitor Wanderer { get; }

            [Watches("tocker")]
            static partial FaultMonitor Tocker { get; }

            [Watches("source")]
            static partial FaultMonitor Source { get; }

            [Watches("lines")]
            static partial FaultMonitor Lines { get; }

            static void Main()
            {
                // The head of an image for another system: magic at 0, bytes at 20.
                var image = new uint[2000];
                image[0] = 0x4D494B4E;
                image[5] = 4000;
                Lines.Replace(MemoryMarshal.AsBytes(image.AsSpan()));
                Clock.Sleep(TimeSpan.FromMilliseconds(4));
                Wanderer.Restart();
                Clock.Sleep(TimeSpan.FromMilliseconds(4));
                Tocker.TryTake(out _);
                Source.TryTake(out _);
                Thrower.TryTake(out _);
                Machine.EndSystem(0);
            }
        }
        """;

    private static string Ticking(string type, int microseconds) => $$"""
        [Partition]
        static partial class {{type}}
        {
            {{Bus}}

            static void Main()
            {
                PartitionTimer.StartEvery(TimeSpan.FromTicks({{microseconds * 7}}L), static () => { });
                var x = 0.5;
                foreach (var tick in Clock.Every(TimeSpan.FromTicks({{microseconds * 10}}L)))
                {
                    x = 3.7 * x * (1 - x);
                    if (x == 0)
                        return;
                    if (Bus.TryAcquire(TimeSpan.FromMicroseconds(20)) != LockResult.TimedOut)
                        Bus.Release();
                }
            }
        }
        """;

    private static string Trespasser(string type, string statement, string ends = "") => $$"""
        [Partition]
        static unsafe partial class {{type}}
        {
            {{ends}}

            static void Main()
            {
                Clock.Sleep(TimeSpan.FromMilliseconds(1));
                Deep(12);
            }

            [MethodImpl(MethodImplOptions.NoInlining)]
            static int Deep(int depth)
            {
                if (depth == 0)
                {
                    {{statement}};
                }

                return Deep(depth - 1) + depth;
            }
        }
        """;
}
