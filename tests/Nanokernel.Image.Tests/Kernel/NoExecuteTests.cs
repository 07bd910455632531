using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Kernel;

/// <summary>
/// One image holds the tables for both kinds of processor: with NX nothing but code is executed, and without it everything else holds
/// as well. The large partition's heap is in large pages of 4 MiB or 2 MiB.
/// </summary>
public class NoExecuteTests
{
    private const string WithNoExecute = "max";
    private const string WithoutNoExecute = "max,-nx";
    private const string WithoutExtendedPaging = "max,-pae";
    private const string OldProcessor = "pentium3,+sse2";

    private static readonly string[] Attacks = ["constants", "data", "heap", "stack"];

    private static readonly SourceSystem System = Compose("no-execute", _ => { });

    public static TheoryData<string, CompilerMode> ProcessorsWithout => Cross(WithoutNoExecute, WithoutExtendedPaging, OldProcessor);

    public static TheoryData<string, CompilerMode> AllProcessors => Cross(WithNoExecute, WithoutNoExecute, WithoutExtendedPaging, OldProcessor);

    [Theory]
    [InlineData(CompilerMode.Debug)]
    [InlineData(CompilerMode.Release)]
    public async Task With_NX_whatever_is_no_code_is_not_executed_and_the_record_says_so(CompilerMode mode)
    {
        var run = await RunAsync(mode, WithNoExecute);
        foreach (var attack in Attacks)
        {
            run.Printed($"fault: partition '{attack}' stopped by #PF (page fault): execution of 0x", "its own memory, which holds no code");
            run.DidNotPrint($"[{attack}] executed");
        }
    }

    [Theory]
    [MemberData(nameof(ProcessorsWithout))]
    public async Task Without_NX_memory_that_can_be_read_can_be_executed(string cpu, CompilerMode mode)
    {
        var run = await RunAsync(mode, cpu);
        foreach (var attack in Attacks)
            run.Printed($"[{attack}] executed");
    }

    [Theory]
    [MemberData(nameof(AllProcessors))]
    public async Task Guards_and_large_pages_are_where_they_should_be(string cpu, CompilerMode mode)
    {
        var run = await RunAsync(mode, cpu);
        run.Printed("[large] large: 0 of 14 MiB differ");
        run.Printed("fault: partition 'overflow' stopped by #PF (page fault): write to", "the stack is exhausted");
        run.Printed("fault: partition 'writer' stopped by #PF (page fault): write to", "its own read-only memory");
        run.Printed("fault: partition 'large' stopped by #PF (page fault): read from 0x01400000, where nothing is mapped");
    }

    [Theory]
    [InlineData(WithNoExecute)]
    [InlineData(WithoutNoExecute)]
    public async Task The_tables_of_the_firmware_are_found_with_either_kind_of_tables(string cpu)
    {
        var system = Compose("no-execute-apic", system => system.UsesInterruptController(InterruptControllerKind.Apic));
        (await TestRun.OfAsync(system, CompilerMode.Release, options => options with { Cpu = cpu })).Printed("[large] large: 0 of 14 MiB differ");
    }

    private static async Task<TestRun> RunAsync(CompilerMode mode, string cpu) =>
        (await TestRun.OfAsync(System, mode, options => options with { Cpu = cpu })).ExitedWith(101);

    private static TheoryData<string, CompilerMode> Cross(params string[] processors)
    {
        var cases = new TheoryData<string, CompilerMode>();
        foreach (var processor in processors)
        {
            foreach (var mode in Enum.GetValues<CompilerMode>())
                cases.Add(processor, mode);
        }

        return cases;
    }

    private static SourceSystem Compose(string name, Action<SystemBuilder> statement) => new SourceSystem(name)
        .Partition("constants", Attack("Execute((byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(Code)));"), Small)
        .Partition("data", Attack("fixed (uint* word = &Data) { *word = 0x000000C3; Execute((byte*)word); }"), Small)
        .Partition("heap", Attack("var array = new byte[16]; array[0] = 0xC3; fixed (byte* code = &array[0]) Execute(code);"), Small)
        .Partition("stack", Attack("uint word = 0x000000C3; Execute((byte*)&word);"), Small)
        .Partition("overflow", Attack("Data = (uint)Recurse(1);"), Small)
        .Partition("writer", Attack("*(byte*)(delegate*<void>)&Nothing = 0x90;"), Small)
        .Partition("large", Large, partition => partition.WithMemory(16.MiB()))
        .With(statement);

    private static PartitionBuilder Small(PartitionBuilder partition) => partition.WithMemory(512.KiB());

    private const string Large = """
        [Partition]
        static unsafe partial class Large
        {
            public static byte Sink;

            static void Main()
            {
                var words = new uint[14 << 18];
                for (var i = 0; i < words.Length; i += 1024)
                    words[i] = (uint)i * 2654435761;
                var different = 0;
                for (var i = 0; i < words.Length; i += 1024)
                    different += words[i] == (uint)i * 2654435761 ? 0 : 1;
                Console.WriteLine($"large: {different} of 14 MiB differ");
                Sink = *(byte*)(0x00400000 + (16 << 20));
            }
        }
        """;

    private static string Attack(string statements) => $$"""
        [Partition]
        static unsafe partial class Attacker
        {
            public static uint Data = 1;

            static ReadOnlySpan<byte> Code => [0xC3, 0x90, 0x90, 0x90];

            static void Main()
            {
                Try();
                Console.WriteLine("executed");
            }

            [MethodImpl(MethodImplOptions.NoInlining)]
            static void Try()
            {
                {{statements}}
            }

            static void Nothing()
            {
            }

            static int Recurse(int depth) => depth == 0 ? 0 : Recurse(depth + 1) + depth;

            static void Execute(byte* code) => ((delegate*<void>)code)();
        }
        """;
}
