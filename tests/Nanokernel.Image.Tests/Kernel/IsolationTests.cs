using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Kernel;

/// <summary>
/// Hostile partitions, each of which tries one thing. All of them are in few images, in which two partitions do honest work: every
/// attack has to end its own partition with a record that names what it touched, and nothing else.
/// </summary>
public class IsolationTests
{
    private const int AttacksInAnImage = 13;

    /// <summary>The attack that leaves the kernel no stack to look for callers in.</summary>
    private const string WithoutStack = "no-stack";

    private const string Owner = """
        [Partition]
        static partial class Owner
        {
            static void Main() => Console.WriteLine("owner: COM1 is mine");
        }
        """;

    private const string Bystander = """
        [Partition]
        static partial class Bystander
        {
            static void Main() => Console.WriteLine("bystander: still here");
        }
        """;

    /// <summary>Name, C# statements, and what the record has to say.</summary>
    private static readonly (string Name, string Statements, string Record)[] Attacks =
    [
        ("foreign-port-write", "IoPort.WriteByte(0x3F8, 1);", "out to port 0x03F8, which belongs to partition 'owner'"),
        ("foreign-port-read", "Sink = IoPort.ReadByte(0x3FD);", "in from port 0x03FD, which belongs to partition 'owner'"),
        ("interrupt-controller", "IoPort.WriteByte(0x20, 0x20);", "out to port 0x0020, which belongs to the kernel"),
        ("interval-timer", "IoPort.WriteByte(0x43, 0);", "out to port 0x0043, which belongs to the kernel"),
        ("keyboard-reset", "IoPort.WriteByte(0x64, 0xFE);", "out to port 0x0064, which belongs to no partition"),
        ("chipset-reset", "IoPort.WriteByte(0xCF9, 6);", "out to port 0x0CF9, which belongs to no partition"),
        ("exit-device", "IoPort.WriteByte(0xF4, 0);", "out to port 0x00F4, which belongs to no partition"),
        ("last-port", "Sink = IoPort.ReadByte(0xFFFF);", "in from port 0xFFFF, which belongs to no partition"),
        ("foreign-memory", "*(byte*)0xC0400000 = 1;", "write to 0xC0400000, where nothing is mapped"),
        ("unmapped-memory", "Sink = *(byte*)0x00800000;", "read from 0x00800000, where nothing is mapped"),
        ("kernel-memory-read", "Sink = *(byte*)0xC0100000;", "read from 0xC0100000, the kernel's memory"),
        ("kernel-memory-write", "*(byte*)0xC0100000 = 1;", "write to 0xC0100000, the kernel's memory"),
        ("page-tables", "*(uint*)0xC0200004 = 7;", "write to 0xC0200004, the kernel's memory"),
        ("behind-memory", "Sink = *(byte*)0xFFFFFFF0;", "read from 0xFFFFFFF0"),
        ("own-code", "*(byte*)(delegate*<void>)&Nothing = 0x90;", "its own read-only memory"),
        ("own-constants", "Unsafe.AsRef(in MemoryMarshal.GetReference(Constant)) = 1;", "its own read-only memory"),
        ("information-page", "*(uint*)0xB0001000 = 0;", "write to 0xB0001000, its read-only information page"),
        ("null-write", "*(int*)8 = 1;", "write to 0x00000008, a null reference"),
        ("null-object", "Sink = Missing!.Length;", "a null reference"),
        ("stack-overflow", "Sink = Recurse(1);", "the stack is exhausted"),
        ("behind-its-memory", "Sink = *(byte*)(0x00400000 + 512 * 1024);", "read from 0x00480000, where nothing is mapped"),
        ("jump-to-kernel", "((delegate*<void>)0xC0100000)();", "execution of 0xC0100000, the kernel's memory"),
        ("cli", "Execute([0xFA, 0xC3]);", "the instruction cli"),
        ("sti", "Execute([0xFB, 0xC3]);", "the instruction sti"),
        ("hlt", "Execute([0xF4, 0xC3]);", "the instruction hlt"),
        ("lidt", "Execute([0x0F, 0x01, 0x1D, 0, 0, 0x40, 0, 0xC3]);", "an instruction of ring 0, 0F 01"),
        ("write-cr3", "Execute([0x0F, 0x22, 0xD8, 0xC3]);", "an instruction of ring 0, 0F 22"),
        ("wrmsr", "Execute([0x0F, 0x30, 0xC3]);", "an instruction of ring 0, 0F 30"),
        ("software-interrupt", "Execute([0xCD, 0x21, 0xC3]);", "the instruction int 0x21"),
        ("kernel-segment", "Execute([0xB8, 0x10, 0, 0, 0, 0x8E, 0xD8, 0xC3]);", "#GP (general protection)"),
        ("breakpoint", "Execute([0xCC, 0xC3]);", "#BP (breakpoint)"),
        ("invalid-opcode", "Execute([0x0F, 0x0B]);", "#UD (invalid opcode)"),
        ("divide-error", "Execute([0x31, 0xC9, 0xF7, 0xF1, 0xC3]);", "#DE (divide error)"),
        ("single-step", "Execute([0x9C, 0x81, 0x0C, 0x24, 0, 1, 0, 0, 0x9D, 0x90, 0xC3]);", "#DB (debug exception)"),
        (WithoutStack, "Execute([0xBC, 0, 0, 0, 0, 0x50]);", "write to 0xFFFFFFFC"),
    ];

    private static readonly SourceSystem[] Systems = [.. Attacks.Chunk(AttacksInAnImage).Select(Compose)];

    private static readonly Dictionary<(int System, CompilerMode Mode), Lazy<Task<TestRun>>> Runs = (
        from system in Enumerable.Range(0, Systems.Length)
        from mode in Enum.GetValues<CompilerMode>()
        select (system, mode)).ToDictionary(key => key, key => new Lazy<Task<TestRun>>(() => TestRun.OfAsync(Systems[key.system], key.mode)));

    public static TheoryData<string, CompilerMode> Cases
    {
        get
        {
            var cases = new TheoryData<string, CompilerMode>();
            foreach (var (name, _, _) in Attacks)
            {
                foreach (var mode in Enum.GetValues<CompilerMode>())
                    cases.Add(name, mode);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task An_attack_stops_its_partition_with_a_record_that_names_it(string name, CompilerMode mode)
    {
        var number = Array.FindIndex(Attacks, attack => attack.Name == name);
        var run = await Runs[(number / AttacksInAnImage, mode)].Value;

        run.Printed($"fault: partition '{name}' stopped by", Attacks[number].Record);
        Assert.True(
            name == WithoutStack || run.RecordOf(name).Any(line => line.Contains("Hostile.", StringComparison.Ordinal)),
            $"The record names no method of the partition:\n{string.Join('\n', run.RecordOf(name))}");
        run.DidNotPrint($"[{name}] survived");
    }

    [Theory]
    [InlineData(CompilerMode.Debug)]
    [InlineData(CompilerMode.Release)]
    public async Task The_others_run_on_and_the_system_ends_with_the_code_of_a_fault(CompilerMode mode)
    {
        for (var system = 0; system < Systems.Length; system++)
        {
            var run = await Runs[(system, mode)].Value;
            run.ExitedWith(101).Printed("[owner] owner: COM1 is mine").Printed("[bystander] bystander: still here");
        }
    }

    private static SourceSystem Compose((string Name, string Statements, string Record)[] attacks, int number)
    {
        // The owner is declared first: its memory is the first behind the kernel's, at 4 MiB.
        var system = new SourceSystem($"isolation-{number}")
            .Partition("owner", Owner, partition => partition.WithMemory(512.KiB()).OwnsDevice(Pc.Com1).WithPriority(new Priority(2)));
        foreach (var (name, statements, _) in attacks)
            system.Partition(name, Hostile(statements), partition => partition.WithMemory(512.KiB()));
        return system.Partition("bystander", Bystander, partition => partition.WithMemory(512.KiB()).WithPriority(new Priority(1)));
    }

    private static string Hostile(string statements) => $$"""
        [Partition]
        static unsafe partial class Hostile
        {
            public static int Sink;
            public static string? Missing;

            static ReadOnlySpan<byte> Constant => [1, 2, 3, 4, 5];

            static void Main()
            {
                Attack();
                Console.WriteLine("survived");
            }

            [MethodImpl(MethodImplOptions.NoInlining)]
            static void Attack()
            {
                {{statements}}
            }

            static void Nothing()
            {
            }

            static int Recurse(int depth) => depth == 0 ? 0 : Recurse(depth + 1) + depth;

            // The bytes are constants in the partition's read-only memory, from where the processor may fetch.
            static void Execute(ReadOnlySpan<byte> code) => ((delegate*<void>)Unsafe.AsPointer(ref MemoryMarshal.GetReference(code)))();
        }
        """;
}
