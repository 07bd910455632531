using Nanokernel.Checking;
using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Nanokernel.Tests;
using Nanokernel.X86.Building;
using Xunit;
using static Iced.Intel.AssemblerRegisters;

namespace Nanokernel.Image.Tests.Kernel;

/// <summary>Partitions in C, compiled with what the SDK ships by each C compiler that is installed.</summary>
public class CGuestTests
{
    private const string Clock = """
        #include "nanokernel_guest.h"

        static int initialised = 41;
        static int zero;

        int main(void)
        {
            uint64_t start = nk_now();
            nk_print("C says ");
            nk_print_number((uint32_t)(initialised + 1));
            nk_print(", and this line is longer than one hypercall takes\n");
            nk_sleep_until(start + 5000000);
            uint64_t after = nk_now();
            if (after < start + 5000000 || after > start + 6000000)
                return 1;
            if (nk_to_nanoseconds(nk_to_timestamp(3000000007u)) - 3000000007u > 1)
                return 2;
            if (nk_information()->magic != NK_INFORMATION_PAGE_MAGIC_VALUE || nk_information()->abi_version != NK_ABI_VERSION_CURRENT || zero != 0)
                return 3;
            nk_set_timer(nk_timestamp() + 100000);
            nk_wait(NK_NEVER);
            if (nk_take_interrupts() != 1u << NK_VIRTUAL_INTERRUPT_TIMER || nk_take_interrupts() != 0)
                return 4;
            if (nk_hypercall(99, 0, 0) != NK_HYPERCALL_STATUS_UNKNOWN_HYPERCALL || nk_end_system(0) != NK_HYPERCALL_STATUS_NOT_PERMITTED)
                return 5;
            return zero;
        }
        """;

    // The handler rearms the timer for a time that has passed: an upcall comes in the last instructions of the one before.
    private const string Storm = """
        #include "nanokernel_guest.h"

        static volatile uint32_t upcalls;
        static volatile uint32_t lowest = UINT32_MAX;

        void nk_on_interrupts(uint32_t pending)
        {
            uint32_t here = (uint32_t)(uintptr_t)&pending;
            if (here < lowest)
                lowest = here;
            if (pending != 1u << NK_VIRTUAL_INTERRUPT_TIMER)
                nk_panic("something else is pending");
            SPOIL
            if (++upcalls < 5000)
                nk_set_timer(nk_timestamp() + upcalls % 97 * 8);
        }

        static uint32_t step(uint32_t value)
        {
            return value * 1664525u + 1013904223u;
        }

        int main(void)
        {
            uint32_t expected = 1, found = 1;
            NUMBER sum = 0, again = 0;
            for (int i = 0; i < 1000; i++) {
                expected = step(expected);
                again += (NUMBER)i / 3;
            }
            nk_enable_interrupts();
            nk_set_timer(nk_timestamp());
            do {
                found = 1;
                sum = 0;
                for (int i = 0; i < 1000; i++) {
                    found = step(found);
                    sum += (NUMBER)i / 3;
                }
                if (found != expected || sum != again)
                    nk_panic("a register changed");
            } while (upcalls < 5000);
            if (nk_information()->stack_top - lowest > 4096)
                nk_panic("upcalls fill the stack");
            nk_print("all upcalls came, and no register changed\n");
            return 0;
        }
        """;

    /// <summary>Each compiler on each of the two interrupt controllers.</summary>
    public static MatrixTheoryData<string, BackEnd> CompilersAndBackEnds { get; } = new(CCompiler.Names.Select(name => name.Data), [BackEnd.Legacy, BackEnd.Apic]);

    [Theory]
    [MemberData(nameof(CCompiler.Names), MemberType = typeof(CCompiler))]
    public async Task A_program_in_C_has_its_data_prints_sleeps_and_polls(string compiler)
    {
        var c = CCompiler.Named(compiler);
        var system = new SourceSystem($"c-clock-{compiler}").Executable("legacy", folder => c.Compile(folder, Clock));

        (await TestRun.OfAsync(system, CompilerMode.Release)).ExitedWith(0).Printed("[legacy] C says 42, and this line is longer than one hypercall takes");
    }

    [Theory]
    [MemberData(nameof(CompilersAndBackEnds))]
    public async Task Upcalls_come_between_any_two_instructions_of_C_and_change_no_register(string compiler, BackEnd backEnd)
    {
        var c = CCompiler.Named(compiler);
        var system = new SourceSystem($"c-storm-{compiler}").Executable("legacy", folder => c.Compile(
            folder, Storm, withUpcall: true, "-DNUMBER=uint32_t", "-DSPOIL=", "-mgeneral-regs-only"));

        (await TestRun.OfAsync(system.On(backEnd), CompilerMode.Release)).ExitedWith(0).Printed("[legacy] all upcalls came, and no register changed");
    }

    [Theory]
    [MemberData(nameof(CCompiler.Names), MemberType = typeof(CCompiler))]
    public async Task Neither_do_they_change_floating_point_registers_that_the_upcall_saves(string compiler)
    {
        var c = CCompiler.Named(compiler);
        var system = new SourceSystem($"c-float-{compiler}").Executable("legacy", folder => c.Compile(
            folder, Storm, withUpcall: true, "-DNUMBER=double", "-DSPOIL=static volatile double other; other = other / 7 + 1;", "-DNK_SAVE_FLOATING_POINT"));

        (await TestRun.OfAsync(system, CompilerMode.Release)).ExitedWith(0).Printed("[legacy] all upcalls came, and no register changed");
    }

    private const string Talk = """
        #include "nanokernel_channels.h"

        struct sample { uint32_t index; uint32_t pad; uint64_t square; };
        struct view { uint32_t ready; uint32_t sum; };

        NK_RECEIVES("commands", uint32_t);
        NK_SENDS("telemetry", struct sample);
        NK_AWAITS("start");
        NK_POSTS("finished");
        NK_SHARES("view", struct view);

        int main(void)
        {
            nk_end_t commands = nk_find_end("commands", NK_CHANNEL_END_KIND_QUEUE_RECEIVER);
            nk_end_t telemetry = nk_find_end("telemetry", NK_CHANNEL_END_KIND_QUEUE_SENDER);
            nk_end_t start = nk_find_end("start", NK_CHANNEL_END_KIND_EVENT_WAITER);
            nk_end_t finished = nk_find_end("finished", NK_CHANNEL_END_KIND_EVENT_POSTER);
            nk_end_t panel = nk_find_end("view", NK_CHANNEL_END_KIND_SHARED_MEMORY_WRITER);
            if (!commands || !telemetry || !start || !finished || !panel || nk_find_end("commands", NK_CHANNEL_END_KIND_QUEUE_SENDER))
                nk_panic("an end is missing");
            if (!nk_await(start, NK_NEVER) || nk_try_await(start))
                nk_panic("the start did not come once");
            uint32_t command, count = 0, sum = 0;
            while (nk_receive(commands, &command, NK_NEVER)) {
                struct sample sample = { .index = count++, .square = (uint64_t)command * command };
                sum += command;
                if (!nk_send(telemetry, &sample, NK_NEVER))
                    nk_panic("nobody receives");
            }
            volatile struct view *view = nk_shared_memory(panel);
            view->sum = sum;
            view->ready = 1;
            nk_print_number(count);
            nk_print(" commands\n");
            nk_post(finished);
            return 0;
        }
        """;

    private const string Driver = """
        [Partition]
        static partial class Driver
        {
            [Sends("commands")]
            static partial Sender<uint> Commands { get; }

            [Posts("start")]
            static partial EventPoster Start { get; }

            static void Main()
            {
                Clock.Sleep(TimeSpan.FromMilliseconds(1));
                Start.Post();
                for (var i = 0u; i < 3000; i++)
                    Commands.Send(i + 90_000);
            }
        }
        """;

    private const string Panel = """
        [Partition]
        static partial class Panel
        {
            [Receives("telemetry")]
            static partial Receiver<Sample> Telemetry { get; }

            [Awaits("finished")]
            static partial EventWaiter Finished { get; }

            [Views("view")]
            static partial ReadOnlySharedMemory<View> View { get; }

            static void Main()
            {
                for (var i = 0u; i < 3000; i++)
                {
                    if (!Telemetry.Receive(out var sample) || sample.Index != i || sample.Square != (i + 90_000ul) * (i + 90_000ul))
                        Environment.FailFast("out of order");
                }

                if (!Finished.Wait() || View.Value.Ready != 1 || View.Value.Sum != 274_498_500)
                    Environment.FailFast("not finished");
                Console.WriteLine("all answers came");
            }
        }

        public struct Sample
        {
            public uint Index;
            public ulong Square;
        }

        public struct View
        {
            public uint Ready;
            public uint Sum;
        }
        """;

    /// <summary>Each compiler with some orders of priority: of the driver, of the program in C, and of the panel.</summary>
    public static TheoryData<string, byte, byte, byte> CompilersAndPriorities
    {
        get
        {
            var data = new TheoryData<string, byte, byte, byte>();
            foreach (var name in CCompiler.Names.Select(name => name.Data))
            {
                data.Add(name, 10, 20, 30);
                data.Add(name, 30, 20, 10);
                data.Add(name, 10, 30, 10);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(CompilersAndPriorities))]
    public async Task C_and_CSharp_speak_over_queues_events_and_shared_memory_whoever_is_more_urgent(string compiler, byte driver, byte legacy, byte panel)
    {
        var c = CCompiler.Named(compiler);
        var system = new SourceSystem($"c-talk-{compiler}-{driver}-{legacy}-{panel}")
            .Partition("driver", Driver, partition => partition.WithPriority(new Priority(driver)))
            .Partition("panel", Panel, partition => partition.WithPriority(new Priority(panel)))
            .Executable("legacy", folder => c.Compile(folder, Talk), partition => partition.WithPriority(new Priority(legacy)))
            .Queue("commands", 8, "driver", "legacy")
            .Queue("telemetry", 4, "legacy", "panel")
            .With((builder, partitions) =>
            {
                builder.AddEvent("start").PostedBy(partitions["driver"]).AwaitedBy(partitions["legacy"]);
                builder.AddEvent("finished").PostedBy(partitions["legacy"]).AwaitedBy(partitions["panel"]);
                builder.AddSharedMemory("view", 4.KiB()).ReadWrite(partitions["legacy"]).ReadOnly(partitions["panel"]);
            });

        (await TestRun.OfAsync(system, CompilerMode.Release)).ExitedWith(0).Printed("[legacy] 3000 commands").Printed("[panel] all answers came");
    }

    [Fact]
    public void An_upcall_that_would_spoil_floating_point_registers_is_refused_with_the_instruction()
    {
        var elf = new GuestElf().Code(code => { code.fld1(); code.ret(); }).Function("nk_upcall_entry", GuestElf.Base + 2, 1);

        AssertRefused(
            elf, partition => partition,
            "NK2313: 'legacy.elf' uses 'fld1' at 0x00400000, and its upcall does not preserve the registers of x87, MMX and SSE. Compile nanokernel_upcall.c "
            + "with -DNK_SAVE_FLOATING_POINT, or everything with -mgeneral-regs-only.");
    }

    [Fact]
    public void A_handler_of_exceptions_that_is_nowhere_is_refused()
    {
        var elf = new GuestElf().Code(code => { code.mov(eax, 1); code.ret(); });

        AssertRefused(
            elf, partition => partition.HandlesExceptions(),
            "NK2314: Partition 'legacy' handles its own exceptions, but 'legacy.elf' has no symbol 'nk_exception_entry' in its code. Define it, or leave "
            + "HandlesExceptions() out.");
    }

    [Fact]
    public void A_file_that_is_no_executable_is_one_finding_at_the_partition() => AssertRefused(
        new GuestElf { Type = 3 }.Code(code => code.ret()), partition => partition,
        "NK2308: 'legacy.elf' is no executable that a partition can run: it is no executable for the 80386. Link it statically for the 80386, with "
        + "nanokernel.ld.");

    private static void AssertRefused(GuestElf elf, Func<PartitionBuilder, PartitionBuilder> state, string finding)
    {
        var folder = Directory.CreateTempSubdirectory("nanokernel-").FullName;
        try
        {
            var path = elf.WriteTo(folder, "legacy.elf");
            var system = SystemBuilder.Create("plant", Machines.Pc, "Plant.cs", 1);
            state(system.AddPartition("legacy", new PartitionExecutable("legacy", path), "Plant.cs", 2));
            var diagnostics = new DiagnosticBag();
            var options = new ImageOptions { OutputPath = Path.Combine(folder, "plant.elf"), IntermediateFolder = Path.Combine(folder, "obj") };

            Assert.False(ImageBuilder.TryBuild(system, options, diagnostics, out _));

            Assert.Equal($"Plant.cs(2): error {finding}", Assert.Single(diagnostics).ToString().Replace(path, "legacy.elf", StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
