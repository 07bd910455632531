using Nanokernel.Testing;

namespace Nanokernel.Measurements;

/// <summary>A system whose partitions together send the kernel down every path that it has.</summary>
public static class EverythingSystem
{
    public static SourceSystem Create() => new SourceSystem("bench-everything")
        .Partition("uart", Uart, partition => partition.WithPriority(Priority.RealTime).OwnsDevice(Pc.Com1))
        .Partition("ticker", Ticking("Ticker", 500), partition => partition.WithPriority(Priority.High))
        .Partition("tocker", Ticking("Tocker", 250), partition => partition.WithPriority(Priority.High))
        .Partition("source", Source)
        .Partition("sink", Sink)
        .Partition("trespasser", Trespasser("Trespasser", "IoPort.WriteByte(0x3F8, 0)"), partition => partition.WithPriority(Priority.Background))
        .Partition("wanderer", Trespasser("Wanderer", "*(int*)0xC0400000 = 1"), partition => partition.WithPriority(Priority.Background))
        .Partition(
            "thrower",
            Trespasser("Thrower", """throw new InvalidOperationException("a message of some length, as messages are")"""),
            partition => partition.WithPriority(Priority.Background))
        .Partition("last", Last, partition => partition.WithPriority(new Priority(1)).MayEndSystem())
        .Queue("numbers", 2, from: "source", to: "sink");

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

    private const string Source = """
        [Partition]
        static partial class Source
        {
            [Sends("numbers")]
            static partial Sender<int> Numbers { get; }

            static void Main()
            {
                for (var i = 0; i < 200; i++)
                    Numbers.Send(i);
            }
        }
        """;

    private const string Sink = """
        [Partition]
        static partial class Sink
        {
            [Receives("numbers")]
            static partial Receiver<int> Numbers { get; }

            static void Main()
            {
                for (var i = 0; i < 200; i++)
                {
                    Console.WriteLine($"the number that came is {Numbers.Receive()}");
                    Processor.Yield();
                }
            }
        }
        """;

    private const string Last = """
        [Partition]
        static partial class Last
        {
            static void Main()
            {
                Clock.Sleep(TimeSpan.FromMilliseconds(5));
                Machine.EndSystem(0);
            }
        }
        """;

    private static string Ticking(string type, int microseconds) => $$"""
        [Partition]
        static partial class {{type}}
        {
            static void Main()
            {
                PartitionTimer.StartEvery(TimeSpan.FromTicks({{microseconds * 7}}L), static () => { });
                var x = 0.5;
                foreach (var tick in Clock.Every(TimeSpan.FromTicks({{microseconds * 10}}L)))
                {
                    x = 3.7 * x * (1 - x);
                    if (x == 0)
                        return;
                }
            }
        }
        """;

    private static string Trespasser(string type, string statement) => $$"""
        [Partition]
        static unsafe partial class {{type}}
        {
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
