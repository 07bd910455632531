using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Kernel;

/// <summary>
/// The registers of x87 and SSE are handed over when the next partition uses them. Each of three partitions fills all of them by FXRSTOR,
/// is interrupted or waits at some place, and finds them all again: control words, x87 stack, XMM registers and MXCSR.
/// </summary>
public class FloatingPointOwnerTests
{
    private const int Rounds = 300;

    private static readonly SourceSystem Sharing = new SourceSystem("floating-point-owners")
        .Partition("one", Filler("One", 1, "counter.Spin(100 + (round * 37 % 4000));"), partition => partition.WithPriority(new Priority(10)))
        .Partition("two", Filler("Two", 2, "counter.Spin(100 + (round * 53 % 4000));"), partition => partition.WithPriority(new Priority(10)))
        .Partition("integer", Integer("Counting"), partition => partition.WithPriority(new Priority(10)))
        .Partition("urgent", Urgent, partition => partition.WithPriority(new Priority(20)))
        .With(system => system.WithTimeSlice(TimeSpan.FromMicroseconds(100)));

    private static readonly SourceSystem Spying = new SourceSystem("floating-point-spies")
        .Partition("secret", Filler("Secret", 3, "Processor.Yield();"), partition => partition.WithPriority(new Priority(10)))
        .Partition("newcomer", Newcomer, partition => partition.WithPriority(new Priority(10)))
        .Partition("movups", Spy("0x0F, 0x11, 0x01, 0xC3"), partition => partition.WithPriority(new Priority(10)))      // movups [ecx], xmm0
        .Partition("fxsave", Spy("0x0F, 0xAE, 0x01, 0xC3"), partition => partition.WithPriority(new Priority(10)))      // fxsave [ecx]
        .Partition("fnsave", Spy("0xDD, 0x31, 0xC3"), partition => partition.WithPriority(new Priority(10)))            // fnsave [ecx]
        .Partition("fnstsw", Spy("0xDF, 0xE0, 0xC3"), partition => partition.WithPriority(new Priority(10)));           // fnstsw ax

    private static readonly SourceSystem Alone = new SourceSystem("floating-point-alone")
        .Partition("user", Filler("User", 4, "Processor.Yield();"), partition => partition.WithPriority(new Priority(10)))
        .Partition("other", Integer("Other"), partition => partition.WithPriority(new Priority(10)))
        .Partition("spy", Spy("0x0F, 0x11, 0x01, 0xC3"), partition => partition.WithPriority(new Priority(10)));

    private static readonly SourceSystem Without = new SourceSystem("floating-point-nobody")
        .Partition("other", Integer("Other"))
        .Partition("spy", Spy("0x0F, 0x11, 0x01, 0xC3"));

    [Theory]
    [BackEnds]
    public async Task Three_users_find_all_registers_again_wherever_they_are_interrupted(CompilerMode mode, BackEnd backEnd)
    {
        var run = (await TestRun.OfAsync(Sharing.On(backEnd), mode)).ExitedWith(0);

        run.Printed($"[one] {Rounds} rounds, 0 differ").Printed($"[two] {Rounds} rounds, 0 differ").Printed("[urgent] 0 differ");
        Assert.True(run.Number("[urgent] interrupted others") > Rounds, run.DebugText);
    }

    [Theory]
    [CompilerModes]
    public async Task Who_has_no_such_instruction_in_its_code_is_stopped_before_it_sees_a_register(CompilerMode mode)
    {
        var run = (await TestRun.OfAsync(Spying, mode)).ExitedWith(101);

        foreach (var spy in new[] { "movups", "fxsave", "fnsave", "fnstsw" })
            run.Printed($"fault: partition '{spy}' stopped by #NM (no floating point here)").DidNotPrint($"[{spy}] saw");
        run.Printed($"[secret] {Rounds} rounds, 0 differ");
    }

    [Theory]
    [CompilerModes]
    public async Task Who_uses_them_for_the_first_time_finds_nothing_of_others_in_them(CompilerMode mode) =>
        (await TestRun.OfAsync(Spying, mode)).Printed("[newcomer] control words 037F and 1F80, 0 bytes of others");

    [Theory]
    [CompilerModes]
    public async Task Where_one_partition_uses_them_the_kernel_has_no_code_to_save_them(CompilerMode mode)
    {
        Assert.True(HasExchange(Spying, mode));
        Assert.False(HasExchange(Alone, mode));

        (await TestRun.OfAsync(Alone, mode)).ExitedWith(101)
            .Printed($"[user] {Rounds} rounds, 0 differ")
            .Printed("fault: partition 'spy' stopped by #NM (no floating point here)");
    }

    [Theory]
    [CompilerModes]
    public async Task Where_nobody_uses_them_nobody_gets_them(CompilerMode mode) =>
        (await TestRun.OfAsync(Without, mode)).ExitedWith(101)
            .Printed("[other] done")
            .Printed("fault: partition 'spy' stopped by #NM (no floating point here)");

    private static bool HasExchange(SourceSystem system, CompilerMode mode) =>
        system.Build(mode).Kernel.Symbols.Any(symbol => symbol.DisplayName == "FloatingPoint.TryTake");

    // FXRSTOR format (SDM vol. 1, table 10-2): FCW at 0, abridged FTW at 4, MXCSR at 24, ST at 32 (10 of 16 bytes each), XMM at 160.
    private const string Registers = """
        static unsafe class Registers
        {
            // fxrstor [ecx]; fxsave [ecx + 512]; ret
            static ReadOnlySpan<byte> FillCode => [0x0F, 0xAE, 0x09, 0x0F, 0xAE, 0x81, 0, 2, 0, 0, 0xC3];

            // fxsave [ecx + 1024]; ret
            static ReadOnlySpan<byte> ReadCode => [0x0F, 0xAE, 0x81, 0, 4, 0, 0, 0xC3];

            static byte* s_areas;

            public static byte* Areas
            {
                get
                {
                    if (s_areas == null)
                    {
                        fixed (byte* array = new byte[2048])
                            s_areas = (byte*)(((uint)array + 15) & ~15u);
                    }

                    return s_areas;
                }
            }

            public static void Fill(int owner, int round)
            {
                var area = Areas;
                *(ushort*)area = (ushort)(0x037F | (round % 4 << 10));              // the rounding control
                area[4] = 0xFF;
                *(uint*)(area + 24) = 0x1F80 | (uint)(owner % 4 << 13);
                for (var i = 0; i < 8; i++)
                {
                    *(ulong*)(area + 32 + (i * 16)) = 0x8000_0000_0000_0000 | (ulong)((owner << 24) + (round << 8) + i);
                    *(ushort*)(area + 40 + (i * 16)) = (ushort)(0x3FFF + i);
                    *(ulong*)(area + 160 + (i * 16)) = (ulong)((owner << 24) + (round << 8) + i) * 0x9E37_79B9_7F4A_7C15;
                    *(ulong*)(area + 168 + (i * 16)) = (ulong)((owner << 24) + (round << 8) + i) * 0xC2B2_AE3D_27D4_EB4F;
                }

                Run(FillCode);
            }

            public static int CountDifferences()
            {
                Run(ReadCode);
                var area = Areas;
                var different = 0;
                for (var i = 0; i < 288; i++)
                    different += area[512 + i] == area[1024 + i] ? 0 : 1;
                for (var i = 0; i < 8; i++)
                {
                    different += *(ulong*)(area + 1056 + (i * 16)) == *(ulong*)(area + 32 + (i * 16)) ? 0 : 1;
                    different += *(ulong*)(area + 1184 + (i * 16)) == *(ulong*)(area + 160 + (i * 16)) ? 0 : 1;
                    different += *(ulong*)(area + 1192 + (i * 16)) == *(ulong*)(area + 168 + (i * 16)) ? 0 : 1;
                }

                different += *(ushort*)(area + 1024) == *(ushort*)area ? 0 : 1;
                return different + (*(uint*)(area + 1048) == *(uint*)(area + 24) ? 0 : 1);
            }

            public static void Read() => Run(ReadCode);

            static void Run(ReadOnlySpan<byte> code) =>
                ((delegate*<byte*, void>)Unsafe.AsPointer(ref MemoryMarshal.GetReference(code)))(Areas);
        }
        """;

    // An instruction of floating point, so that the build gives the partition the registers.
    private const string Instruction = """
        static class Arithmetic
        {
            [MethodImpl(MethodImplOptions.NoInlining)]
            public static double Use(double value) => value * 1.5;
        }
        """;

    private static IReadOnlyList<string> Filler(string type, int number, string between) =>
    [
        $$"""
        [Partition]
        static partial class {{type}}
        {
            static void Main()
            {
                var counter = new Counter();
                var different = Arithmetic.Use(2) == 3 ? 0 : 1;
                for (var round = 0; round < {{Rounds}}; round++)
                {
                    Registers.Fill({{number}}, round);
                    {{between}}
                    different += Registers.CountDifferences();
                }

                Console.WriteLine($"{{{Rounds}}} rounds, {different} differ");
            }
        }

        sealed class Counter
        {
            public int Value;

            [MethodImpl(MethodImplOptions.NoInlining)]
            public void Spin(int count)
            {
                for (var i = 0; i < count; i++)
                    Volatile.Write(ref Value, i);
            }
        }
        """,
        Registers,
        Instruction,
    ];

    private static IReadOnlyList<string> Urgent =>
    [
        """
        [Partition]
        static partial class Urgent
        {
            static void Main()
            {
                var different = Arithmetic.Use(2) == 3 ? 0 : 1;
                var count = 0;
                foreach (var time in Clock.Every(TimeSpan.FromTicks(137)))
                {
                    if (count != 0)
                        different += Registers.CountDifferences();
                    Registers.Fill(9, count);
                    if (++count == 1000)
                        break;
                }

                Console.WriteLine($"{different} differ");
                Console.WriteLine($"interrupted others {count} times");
            }
        }
        """,
        Registers,
        Instruction,
    ];

    private static IReadOnlyList<string> Newcomer =>
    [
        """
        [Partition]
        static unsafe partial class Newcomer
        {
            static void Main()
            {
                for (var i = 0; i < 10; i++)
                    Processor.Yield();
                Registers.Read();
                var found = Registers.Areas + 1024;
                var bytes = 0;
                for (var i = 32; i < 288; i++)
                    bytes += found[i] == 0 ? 0 : 1;
                Console.WriteLine($"control words {*(ushort*)found:X4} and {*(uint*)(found + 24):X4}, {bytes} bytes of others");
                if (Arithmetic.Use(2) != 3)
                    Console.WriteLine("wrong");
            }
        }
        """,
        Registers,
        Instruction,
    ];

    private static string Integer(string type) => $$"""
        [Partition]
        static partial class {{type}}
        {
            static int s_sink;

            static void Main()
            {
                for (var i = 0; i < 2000; i++)
                {
                    s_sink += i;
                    Processor.Yield();
                }

                Console.WriteLine("done");
            }
        }
        """;

    private static string Spy(string code) => $$"""
        [Partition]
        static unsafe partial class Spy
        {
            static ReadOnlySpan<byte> Code => [{{code}}];

            static void Main()
            {
                for (var i = 0; i < 5; i++)
                    Processor.Yield();
                fixed (byte* array = new byte[1024])
                {
                    var area = (byte*)(((uint)array + 15) & ~15u);
                    ((delegate*<byte*, void>)Unsafe.AsPointer(ref MemoryMarshal.GetReference(Code)))(area);
                    Console.WriteLine("saw it");
                }
            }
        }
        """;
}
