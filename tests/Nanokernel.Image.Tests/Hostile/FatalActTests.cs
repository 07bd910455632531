using System.Globalization;
using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Hostile;

/// <summary>
/// What a hostile partition does last: stacks on which neither an upcall nor an exception can be entered, exceptions in the handler of
/// exceptions, flags that make any instruction trap, a panic that points at the edge of memory. Each stops its own partition, with a record
/// that says why, and nobody else notices.
/// </summary>
public class FatalActTests
{
    private const int LatestMicroseconds = 10;

    private const string WaitForUpcall = "PartitionTimer.StartAt(Clock.Now + TimeSpan.FromMilliseconds(1), static () => { });";
    private const string HandleByFault = "Exceptions.Attach(static (ProcessorException exception, ref ExceptionFrame frame) => Run());";

    private static readonly (string Name, string Before, byte[] Code, string[] Record)[] Acts =
    [
        // mov esp, address; jmp $
        ("upcall-at-0", WaitForUpcall, [0xBC, 0, 0, 0, 0, 0xEB, 0xFE], ["#PF", "write to 0xFFFFFFFC"]),
        ("upcall-in-kernel", WaitForUpcall, [0xBC, 0, 0, 0x20, 0xC0, 0xEB, 0xFE], ["#PF", "write to 0xC01FFFFC"]),
        ("upcall-in-text", WaitForUpcall, [0xBC, 0x05, 0x00, 0x40, 0x00, 0xEB, 0xFE], ["#PF", "write to 0x00400001", "its own read-only memory"]),

        // mov esp, 0; ud2
        ("exception-at-0", HandleByFault, [0xBC, 0, 0, 0, 0, 0x0F, 0x0B], ["#PF", "write to 0xFFFFFFFC"]),
        ("twice", HandleByFault, [0x0F, 0x0B], ["#UD"]),

        // push flags; popfd; nop, and iretd
        ("trap-flag", "", [0x68, 0x02, 0x03, 0, 0, 0x9D, 0x90, 0x90, 0xC3], ["#DB"]),
        ("nested-task", "", [0x68, 0x02, 0x42, 0, 0, 0x9D, 0xCF], ["#TS"]),

        // push eax; jmp to it
        ("pushing", "", [0x50, 0xEB, 0xFD], ["#PF", "the guard below its stack"]),

        // mov eax, [the heap's end]; jmp eax
        ("guard", "", [0xA1, 0x24, 0x10, 0, 0xB0, 0xFF, 0xE0], ["#PF", "execution of"]),

        // mov ecx, [the stack's top]; sub ecx, 4; the hypercall Panic, and with an address of the kernel
        ("panic-at-edge", "", [0x8B, 0x0D, 0x2C, 0x10, 0, 0xB0, 0x83, 0xE9, 0x04, 0xB8, 0x08, 0, 0, 0, 0xCD, 0x40], ["its own request"]),
        ("panic-in-kernel", "", [0xB9, 0, 0, 0x10, 0xC0, 0xB8, 0x08, 0, 0, 0, 0xCD, 0x40], ["its own request"]),
    ];

    private static readonly SourceSystem System = Acts.Aggregate(
        new SourceSystem("fatal-acts").Partition("watcher", Watcher, partition => partition.WithPriority(Priority.RealTime)),
        (system, act) => system.Partition(act.Name, Source(act.Before, act.Code), partition => act.Before == HandleByFault
            ? partition.WithMemory(1.MiB()).HandlesExceptions()
            : partition.WithMemory(1.MiB())));

    [Theory]
    [BackEnds]
    public async Task Each_stops_its_own_partition_with_a_record_and_no_other_notices(CompilerMode mode, BackEnd backEnd)
    {
        var run = await TestRun.OfAsync(System.On(backEnd), mode);
        foreach (var act in Acts)
            run.ExitedWith(101).Printed([$"fault: partition '{act.Name}' stopped by ", .. act.Record]);
        Assert.InRange(run.Number("[watcher] latest tick"), 0, LatestMicroseconds);
    }

    private const string Watcher = """
        [Partition]
        static partial class Watcher
        {
            static void Main()
            {
                var latest = TimeSpan.Zero;
                var ticks = 0;
                foreach (var tick in Clock.Every(TimeSpan.FromMicroseconds(100)))
                {
                    var late = Clock.Now - tick;
                    if (late > latest)
                        latest = late;
                    if (++ticks == 300)
                        break;
                }

                Console.WriteLine($"latest tick {latest.Ticks / 10}");
            }
        }
        """;

    // As in the other hostile partition, code starts with two NOPs for the compiler's fat function pointers.
    private static string Source(string before, byte[] code) => $$"""
        [Partition]
        static unsafe partial class Fatal
        {
            static ReadOnlySpan<byte> Code => [0x90, 0x90, {{string.Join(", ", code.Select(value => value.ToString(CultureInfo.InvariantCulture)))}}];

            static void Main()
            {
                {{before}}
                Run();
                Console.WriteLine("survived");
            }

            static void Run()
            {
                var start = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(Code));
                ((delegate*<void>)(start + ((uint)start & 2)))();
            }
        }
        """;
}
