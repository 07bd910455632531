using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Kernel;

/// <summary>
/// Interrupts that are none: a line that falls before it is acknowledged makes its controller answer with its lowest vector, 7 or 15. Its
/// owner must not hear of it, and the controllers must go on.
/// </summary>
public class SpuriousInterruptTests
{
    private const int Vector7 = 0x27;
    private const int Vector15 = 0x2F;

    /// <summary>
    /// QEMU's first controller never answers so, therefore the vector is called by an instruction: to the stub it is the same, for the
    /// line is not in service.
    /// </summary>
    [Theory]
    [CompilerModes]
    public async Task A_spurious_7_or_15_reaches_nobody_and_ends_no_other_interrupt(CompilerMode mode)
    {
        var run = await PatchedKernel.RunAsync(Called, mode, kernel =>
        {
            kernel.OpenGate(Vector7);
            kernel.OpenGate(Vector15);
        });

        run.ExitedWith(0).Printed("spurious 7: 0, spurious 15: 0, com2 4");
    }

    private static readonly SourceSystem Called = new SourceSystem("spurious-called").Partition(
        "owner",
        UartSource.Partition("Owner", """
            static int s_seven;
            static int s_fifteen;
            static int s_com2;

            static ReadOnlySpan<byte> CallVector7 => [0xCD, 0x27, 0xC3];
            static ReadOnlySpan<byte> CallVector15 => [0xCD, 0x2F, 0xC3];

            static void Main()
            {
                Interrupts.Attach((InterruptLine)7, static () => s_seven++);
                Interrupts.Attach(InterruptLine.SecondaryIde, static () => s_fifteen++);
                Interrupts.Attach(InterruptLine.Com2, OnCom2);
                for (var i = 0; i < 2; i++)
                {
                    Execute(CallVector7);
                    Uart.Raise(Uart.Com2);
                    Execute(CallVector15);
                    Uart.Raise(Uart.Com2);
                }

                Console.WriteLine($"spurious 7: {Volatile.Read(ref s_seven)}, spurious 15: {Volatile.Read(ref s_fifteen)}, com2 {Volatile.Read(ref s_com2)}");
            }

            static void OnCom2()
            {
                Uart.Lower(Uart.Com2);
                s_com2++;
            }

            static unsafe void Execute(ReadOnlySpan<byte> code) => ((delegate*<void>)Unsafe.AsPointer(ref MemoryMarshal.GetReference(code)))();
            """),
        partition => partition.OwnsDevice(Pc.Com2).OwnsInterrupt(7).OwnsInterrupt(15));

    /// <summary>The local APIC has a vector for this, which has nothing to end.</summary>
    [Theory]
    [BackEnds(BackEnd.Apic)]
    public async Task The_spurious_vector_of_the_APIC_reaches_nobody(CompilerMode mode, BackEnd backEnd)
    {
        const int spuriousVector = 0x3F;
        var run = await PatchedKernel.RunAsync(CalledApic.On(backEnd), mode, kernel => kernel.OpenGate(spuriousVector));

        run.ExitedWith(0).Printed("came back, com2 2");
    }

    private static readonly SourceSystem CalledApic = new SourceSystem("spurious-called-vector").Partition(
        "owner",
        UartSource.Partition("Owner", """
            static int s_com2;

            static ReadOnlySpan<byte> CallSpurious => [0xCD, 0x3F, 0xC3];

            static unsafe void Main()
            {
                Interrupts.Attach(InterruptLine.Com2, OnCom2);
                for (var i = 0; i < 2; i++)
                {
                    ((delegate*<void>)Unsafe.AsPointer(ref MemoryMarshal.GetReference(CallSpurious)))();
                    Uart.Raise(Uart.Com2);
                }

                Console.WriteLine($"came back, com2 {Volatile.Read(ref s_com2)}");
            }

            static void OnCom2()
            {
                Uart.Lower(Uart.Com2);
                s_com2++;
            }
            """),
        partition => partition.OwnsDevice(Pc.Com2));

    /// <summary>
    /// The clock's line rises 8,192 times a second while its owner masks and unmasks it without a pause. Sometimes the second controller
    /// has asked the first for it just when the kernel masks it: it answers 15 then.
    /// </summary>
    [Theory]
    [CompilerModes]
    public async Task A_line_that_is_masked_while_it_asks_makes_a_15_that_reaches_nobody(CompilerMode mode)
    {
        var log = Path.Combine(Path.GetDirectoryName(Masking.Build(mode).ImagePath)!, "interrupts.log");
        var run = await TestRun.OfAsync(Masking, mode, options => options with { ExtraArguments = ["-d", "int", "-D", log] });

        run.ExitedWith(0).Printed("500 ticks, spurious 0");
        Assert.Contains(File.ReadLines(log), line => line.Contains("INT=0x2f", StringComparison.Ordinal));
    }

    private static readonly SourceSystem Masking = new SourceSystem("spurious-masking").Partition(
        "owner",
        """
        [Partition]
        static partial class Owner
        {
            static int s_ticks;
            static int s_spurious;

            static void Main()
            {
                Interrupts.Attach(InterruptLine.SecondaryIde, static () => s_spurious++);
                Interrupts.Attach(InterruptLine.RealTimeClock, OnTick);
                WriteClock(0x0A, 0x23);                             // register A: 32,768 Hz time base, 8,192 Hz
                WriteClock(0x0B, 0x42);                             // register B: periodic interrupt, 24 hours
                ReadClock(0x0C);                                    // register C: forget what was before
                while (Volatile.Read(ref s_ticks) < 500)
                {
                    Interrupts.Mask(InterruptLine.RealTimeClock);
                    Interrupts.Unmask(InterruptLine.RealTimeClock);
                }

                Interrupts.Mask(InterruptLine.RealTimeClock);
                Console.WriteLine($"500 ticks, spurious {Volatile.Read(ref s_spurious)}");
            }

            static void OnTick()
            {
                ReadClock(0x0C);
                s_ticks++;
            }

            static void WriteClock(byte register, byte value)
            {
                IoPort.WriteByte(0x70, register);
                IoPort.WriteByte(0x71, value);
            }

            static byte ReadClock(byte register)
            {
                IoPort.WriteByte(0x70, register);
                return IoPort.ReadByte(0x71);
            }
        }
        """,
        partition => partition.OwnsDevice(Pc.RealTimeClock).OwnsInterrupt(15));
}
