using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Kernel;

/// <summary>A line that never calms down is masked, and its owner stopped; nobody else is.</summary>
public class InterruptStormTests
{
    private const string Neighbour = """
        [Partition]
        static partial class Neighbour
        {
            static void Main()
            {
                Clock.Sleep(TimeSpan.FromMilliseconds(300));
                Console.WriteLine("goes on");
            }
        }
        """;

    [Theory]
    [BackEnds]
    public async Task A_level_line_that_its_owner_does_not_calm_stops_the_owner_with_a_record(CompilerMode mode, BackEnd backEnd)
    {
        var run = await TestRun.OfAsync(Untamed.On(backEnd), mode);
        run.ExitedWith(101)
            .Printed("partition 'untamed' stopped by an interrupt storm: IRQ 3 interrupted 10000 times within less than 100000 microseconds")
            .Printed("[neighbour] goes on");
        Assert.Contains(run.RecordOf("untamed"), line => line.Contains(" at ", StringComparison.Ordinal));
        Assert.Contains(run.RecordOf("untamed"), line => line.Contains("eflags", StringComparison.Ordinal));
    }

    private static readonly SourceSystem Untamed = new SourceSystem("storm-level")
        .Partition(
            "untamed",
            UartSource.Partition("Untamed", """
                static void Main()
                {
                    Interrupts.Attach(InterruptLine.Com2, static () => Interrupts.Complete(InterruptLine.Com2));
                    Uart.Raise(Uart.Com2);
                    while (true)
                        Processor.Wait();
                }
                """),
            partition => partition.WithPriority(Priority.RealTime).OwnsPorts(0x2F8, 0x2FF).OwnsInterrupt(3, InterruptTrigger.Level))
        .Partition("neighbour", Neighbour);

    [Theory]
    [BackEnds]
    public async Task The_owner_is_stopped_while_it_waits_and_whoever_raises_the_line_goes_on(CompilerMode mode, BackEnd backEnd)
    {
        var run = await TestRun.OfAsync(Flooded.On(backEnd), mode);
        run.ExitedWith(101)
            .Printed("partition 'victim' stopped by an interrupt storm: IRQ 3 interrupted 500 times within less than 1000000 microseconds")
            .Printed("[flood] raised 3000 times");
    }

    private static readonly SourceSystem Flooded = new SourceSystem("storm-edge")
        .Partition(
            "victim",
            UartSource.Partition("Victim", """
                static void Main()
                {
                    Interrupts.Attach(InterruptLine.Com2, static () => { });
                    while (true)
                        Processor.Wait();
                }
                """),
            partition => partition.WithPriority(Priority.RealTime).OwnsInterrupt(3).WithInterruptLimit(3, 500, TimeSpan.FromSeconds(1)))
        .Partition(
            "flood",
            UartSource.Partition("Flood", """
                static void Main()
                {
                    for (var i = 0; i < 3000; i++)
                        Uart.Raise(Uart.Com2);
                    Console.WriteLine("raised 3000 times");
                }
                """),
            partition => partition.OwnsPorts(0x2F8, 0x2FF));

    [Theory]
    [BackEnds]
    public async Task A_rate_within_the_limit_and_a_burst_shorter_than_it_are_no_storm(CompilerMode mode, BackEnd backEnd) =>
        (await TestRun.OfAsync(Busy.On(backEnd), mode)).ExitedWith(0).Printed("2099 handled");

    // 100 in 4 ms are allowed: 2,000 at 50 us are within that, and so is a burst of 99.
    private static readonly SourceSystem Busy = new SourceSystem("storm-none").Partition(
        "busy",
        UartSource.Partition("Busy", """
            static int s_count;

            static void Main()
            {
                Interrupts.Attach(InterruptLine.Com2, OnInterrupt);
                var ticks = 0;
                foreach (var tick in Clock.Every(TimeSpan.FromMicroseconds(50)))
                {
                    Uart.Raise(Uart.Com2);
                    if (++ticks == 2000)
                        break;
                }

                for (var i = 0; i < 99; i++)
                    Uart.Raise(Uart.Com2);
                Console.WriteLine($"{Volatile.Read(ref s_count)} handled");
            }

            static void OnInterrupt()
            {
                Uart.Lower(Uart.Com2);
                s_count++;
            }
            """),
        partition => partition.OwnsDevice(Pc.Com2).WithInterruptLimit(3, 100, TimeSpan.FromMilliseconds(4)));
}
