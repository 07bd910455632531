using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Kernel;

/// <summary>Level-triggered lines: a UART's line that the controller's trigger registers make one.</summary>
public class LevelInterruptTests
{
    [Theory]
    [BackEnds]
    public async Task A_level_line_is_masked_until_it_is_completed(CompilerMode mode, BackEnd backEnd) =>
        (await TestRun.OfAsync(Masked.On(backEnd), mode)).ExitedWith(0).Printed("before 1, behind 2, calm 2");

    private static readonly SourceSystem Masked = One("level-masked", """
        static int s_count;
        static bool s_serve;

        static void Main()
        {
            Interrupts.Attach(InterruptLine.Com2, OnInterrupt);
            Uart.Raise(Uart.Com2);
            Uart.Lower(Uart.Com2);
            Uart.Raise(Uart.Com2);
            var before = Volatile.Read(ref s_count);
            s_serve = true;
            Interrupts.Complete(InterruptLine.Com2);
            var behind = Volatile.Read(ref s_count);
            for (var i = 0; i < 1000; i++)
                Processor.Yield();
            Console.WriteLine($"before {before}, behind {behind}, calm {Volatile.Read(ref s_count)}");
        }

        static void OnInterrupt()
        {
            s_count++;
            if (!s_serve)
                return;
            Uart.Lower(Uart.Com2);
            Interrupts.Complete(InterruptLine.Com2);
        }
        """);

    [Theory]
    [BackEnds]
    public async Task A_level_line_that_is_still_asserted_interrupts_again_once_it_is_completed(CompilerMode mode, BackEnd backEnd) =>
        (await TestRun.OfAsync(Again.On(backEnd), mode)).ExitedWith(0).Printed("raised once, handled 5");

    private static readonly SourceSystem Again = One("level-again", """
        static int s_count;

        static void Main()
        {
            Interrupts.Attach(InterruptLine.Com2, OnInterrupt);
            Uart.Raise(Uart.Com2);
            Console.WriteLine($"raised once, handled {Volatile.Read(ref s_count)}");
        }

        static void OnInterrupt()
        {
            if (++s_count == 5)
                Uart.Lower(Uart.Com2);
            Interrupts.Complete(InterruptLine.Com2);
        }
        """);

    [Theory]
    [BackEnds]
    public async Task No_level_interrupt_is_lost_and_none_comes_twice(CompilerMode mode, BackEnd backEnd) =>
        (await TestRun.OfAsync(Thousand.On(backEnd), mode)).ExitedWith(0).Printed("1000 raised, 1000 handled");

    private static readonly SourceSystem Thousand = One("level-thousand", """
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
            Interrupts.Complete(InterruptLine.Com2);
        }
        """);

    [Theory]
    [BackEnds]
    public async Task A_waiting_level_line_does_not_hold_back_the_others(CompilerMode mode, BackEnd backEnd) =>
        (await TestRun.OfAsync(Others.On(backEnd), mode)).ExitedWith(0).Printed("com1 10, com2 1");

    private static readonly SourceSystem Others = One("level-others", """
        static int s_com1;
        static int s_com2;

        static void Main()
        {
            Interrupts.Attach(InterruptLine.Com2, static () => s_com2++);
            Interrupts.Attach(InterruptLine.Com1, OnCom1);
            Uart.Raise(Uart.Com2);
            for (var i = 0; i < 10; i++)
                Uart.Raise(Uart.Com1);
            Console.WriteLine($"com1 {Volatile.Read(ref s_com1)}, com2 {Volatile.Read(ref s_com2)}");
        }

        static void OnCom1()
        {
            Uart.Lower(Uart.Com1);
            s_com1++;
            Interrupts.Complete(InterruptLine.Com1);
        }
        """);

    private static SourceSystem One(string name, string members) => new SourceSystem(name).Partition(
        name,
        UartSource.Partition("Subject", members),
        partition => partition
            .OwnsPorts(0x2F8, 0x2FF).OwnsInterrupt(3, InterruptTrigger.Level)
            .OwnsPorts(0x3F8, 0x3FF).OwnsInterrupt(4, InterruptTrigger.Level));
}
