using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Kernel;

/// <summary>Interrupts as upcalls.</summary>
public class InterruptTests
{
    [Theory]
    [BackEnds]
    public async Task An_interrupt_in_a_closed_section_comes_when_the_section_is_left(CompilerMode mode, BackEnd backEnd) =>
        (await TestRun.OfAsync(Closed.On(backEnd), mode)).ExitedWith(0).Printed("inside 0, behind 1");

    private static readonly SourceSystem Closed = One("closed-section", """
        static int s_count;

        static void Main()
        {
            Interrupts.Attach(InterruptLine.Com2, OnInterrupt);
            Interrupts.Disable();
            Uart.Raise(Uart.Com2);
            var inside = Volatile.Read(ref s_count);
            Interrupts.Enable();
            Console.WriteLine($"inside {inside}, behind {Volatile.Read(ref s_count)}");
        }

        static void OnInterrupt()
        {
            Uart.Lower(Uart.Com2);
            s_count++;
        }
        """);

    [Theory]
    [BackEnds]
    public async Task No_interrupt_is_lost_and_none_comes_twice(CompilerMode mode, BackEnd backEnd) =>
        (await TestRun.OfAsync(Thousand.On(backEnd), mode)).ExitedWith(0).Printed("1000 raised, 1000 handled");

    private static readonly SourceSystem Thousand = One("thousand-interrupts", """
        static int s_count;

        static void Main()
        {
            Interrupts.Attach(InterruptLine.Com2, OnInterrupt);
            for (var i = 0; i < 1000; i++)
                Uart.Raise(Uart.Com2);
            Console.WriteLine($"1000 raised, {Volatile.Read(ref s_count)} handled");
        }

        static void OnInterrupt()
        {
            Uart.Lower(Uart.Com2);
            s_count++;
        }
        """);

    [Theory]
    [BackEnds]
    public async Task Handlers_follow_each_other_unless_one_lets_others_in(CompilerMode mode, BackEnd backEnd)
    {
        var run = await TestRun.OfAsync(Nested.On(backEnd), mode);
        run.ExitedWith(0)
            .Printed("one after the other: com2 begins, com2 ends, com1,")
            .Printed("nested: com2 begins, com1, com2 ends,");
    }

    private static readonly SourceSystem Nested = One("nested-interrupts", """
        static bool s_nest;

        static void Main()
        {
            Interrupts.Attach(InterruptLine.Com2, OnCom2);
            Interrupts.Attach(InterruptLine.Com1, OnCom1);
            Console.Write("one after the other: ");
            Uart.Raise(Uart.Com2);
            Console.WriteLine("");
            s_nest = true;
            Console.Write("nested: ");
            Uart.Raise(Uart.Com2);
            Console.WriteLine("");
        }

        static void OnCom2()
        {
            Uart.Lower(Uart.Com2);
            Console.Write("com2 begins, ");
            if (s_nest)
                Interrupts.Enable();
            Uart.Raise(Uart.Com1);
            Console.Write("com2 ends, ");
        }

        static void OnCom1()
        {
            Uart.Lower(Uart.Com1);
            Console.Write("com1, ");
        }
        """);

    [Theory]
    [BackEnds]
    public async Task A_masked_line_is_silent_and_its_edge_is_kept(CompilerMode mode, BackEnd backEnd) =>
        (await TestRun.OfAsync(Masked.On(backEnd), mode)).ExitedWith(0).Printed("masked 0, unmasked 1");

    private static readonly SourceSystem Masked = One("masked-line", """
        static int s_count;

        static void Main()
        {
            Interrupts.Attach(InterruptLine.Com2, OnInterrupt);
            Interrupts.Mask(InterruptLine.Com2);
            Uart.Raise(Uart.Com2);
            var masked = Volatile.Read(ref s_count);
            Interrupts.Unmask(InterruptLine.Com2);
            Console.WriteLine($"masked {masked}, unmasked {Volatile.Read(ref s_count)}");
        }

        static void OnInterrupt()
        {
            Uart.Lower(Uart.Com2);
            s_count++;
        }
        """);

    [Theory]
    [BackEnds]
    public async Task An_interrupt_before_a_wait_is_not_slept_through(CompilerMode mode, BackEnd backEnd) =>
        (await TestRun.OfAsync(Sticky.On(backEnd), mode)).ExitedWith(0).Printed("woken 100 times");

    private static readonly SourceSystem Sticky = One("wait", """
        static void Main()
        {
            Interrupts.Attach(InterruptLine.Com2, OnInterrupt);
            for (var i = 0; i < 100; i++)
            {
                Uart.Raise(Uart.Com2);
                Processor.Wait();
            }

            Console.WriteLine("woken 100 times");
        }

        static void OnInterrupt() => Uart.Lower(Uart.Com2);
        """);

    [Theory]
    [BackEnds]
    public async Task An_interrupt_of_a_more_urgent_partition_preempts_at_once(CompilerMode mode, BackEnd backEnd)
    {
        var run = await TestRun.OfAsync(Preemption.On(backEnd), mode);
        Assert.Equal(
            ["[urgent] waits", "[patient] before", "[urgent] interrupt", "[patient] behind"],
            run.ExitedWith(0).Debug.Where(line => line.StartsWith('[')));
    }

    // The urgent partition owns the line, the patient one the ports of the device that raises it.
    private static readonly SourceSystem Preemption = new SourceSystem("preemption")
        .Partition(
            "urgent",
            UartSource.Partition("Urgent", """
                static void Main()
                {
                    Interrupts.Attach(InterruptLine.Com2, static () => Console.WriteLine("interrupt"));
                    Console.WriteLine("waits");
                    Processor.Wait();
                }
                """),
            partition => partition.WithPriority(Priority.RealTime).OwnsInterrupt(3))
        .Partition(
            "patient",
            UartSource.Partition("Patient", """
                static void Main()
                {
                    Console.WriteLine("before");
                    Uart.Raise(Uart.Com2);
                    Console.WriteLine("behind");
                }
                """),
            partition => partition.OwnsPorts(0x2F8, 0x2FF));

    private static SourceSystem One(string name, string members) =>
        new SourceSystem(name).Partition(name, UartSource.Partition("Subject", members), partition => partition.OwnsDevice(Pc.Com1).OwnsDevice(Pc.Com2));
}
