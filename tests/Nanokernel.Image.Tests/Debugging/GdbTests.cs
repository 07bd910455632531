using System.Text.RegularExpressions;
using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Nanokernel.X86.Building;
using Xunit;

namespace Nanokernel.Image.Tests.Debugging;

/// <summary>gdb on a running image: places in C#, steps from line to line, stack traces through all that lies between.</summary>
public class GdbTests
{
    private const string Control = """
        [Partition]
        static partial class Control
        {
            static int s_total;

            static void Main()
            {
                s_total = 1;
                s_total += Measure(s_total);
                Console.WriteLine($"total {s_total}");
            }

            [MethodImpl(MethodImplOptions.NoInlining)]
            static int Measure(int step)
            {
                s_total += step;
                s_total *= Scale(step);
                return s_total;
            }

            [MethodImpl(MethodImplOptions.NoInlining)]
            static int Scale(int level)
            {
                s_total ^= level;
                return level + s_total;
            }
        }
        """;

    private const string Handler = """
        [Partition]
        static partial class Handler
        {
            static int s_interrupts;

            static void Main()
            {
                Interrupts.Attach(InterruptLine.Com1, OnCom1);
                IoPort.WriteByte(0x3F9, 2);
                while (Volatile.Read(ref s_interrupts) == 0)
                    Processor.Wait();
            }

            static void OnCom1()
            {
                IoPort.WriteByte(0x3F9, 0);
                s_interrupts++;
            }
        }
        """;

    private static readonly SourceSystem OneProgram = new SourceSystem("gdb") { OptimizePartitions = false }.Partition("control", Control);

    // The same code at the same addresses, in two address spaces.
    private static readonly SourceSystem TwoPartitions = new SourceSystem("gdb-two")
        .Partition("first", Control, partition => partition.WithPriority(Priority.High))
        .Partition("second", Control);

    private static readonly SourceSystem Interrupted = new SourceSystem("gdb-interrupt")
        .Partition("handler", Handler, partition => partition.OwnsDevice(Pc.Com1));

    [Theory]
    [CompilerModes]
    public async Task A_line_of_a_partition_stops_it_and_the_trace_has_methods_and_lines(CompilerMode mode)
    {
        var file = "Test.Control.0.cs";
        var lines = await Gdb.RunAsync(
            OneProgram, mode,
            $"break {file}:{LineOf(Control, "s_total += step")}", "continue", "backtrace",
            "next", "echo after next:\\n", "frame",
            "step", "echo after step:\\n", "backtrace",
            "finish", "echo after finish:\\n", "backtrace",
            "delete", "detach");

        AssertInOrder(
            lines,
            $@"^#0 .*Control\.Measure \(\) at .*{file}:{LineOf(Control, "s_total += step")}$",
            $@"^#1 .* in Control\.Main \(\) at .*{file}:{LineOf(Control, "s_total += Measure")}$",
            @"in nk_partition_entry \(\)",
            "^after next:$",
            $@"^#0 .*Control\.Measure \(\) at .*{file}:{LineOf(Control, "s_total *= Scale")}$",
            "^after step:$",
            $@"^#0 .*Control\.Scale \(\) at .*{file}:{LineOf(Control, "s_total ^= level")}$",
            $@"^#1 .* in Control\.Measure \(\) at .*{file}:{LineOf(Control, "s_total *= Scale")}$",
            $@"^#2 .* in Control\.Main \(\) at .*{file}:",
            "^after finish:$",
            $@"^#0 .*Control\.Measure \(\) at .*{file}:",
            $@"^#1 .* in Control\.Main \(\) at .*{file}:");
    }

    [Theory]
    [CompilerModes]
    public async Task A_line_of_the_kernel_stops_it_with_its_source_and_the_trace_goes_on_in_the_partition(CompilerMode mode)
    {
        var source = EmbeddedFiles.KernelSources().Single(source => source.Name == "Kernel/Hypercalls.cs").Text;
        var place = LineOf(source, "var text = PhysicalMemory.OfPartition(index, address, bytes);");

        var lines = await Gdb.RunAsync(
            OneProgram, mode,
            $"break Hypercalls.cs:{place}", "continue", "backtrace", "next", "echo after next:\\n", "frame", "delete", "detach");

        AssertInOrder(
            lines,
            $@"^{place}\s+var text = PhysicalMemory",
            $@"^#0 .*Hypercalls\.WriteConsole \(\) at .*Kernel/Hypercalls\.cs:{place}$",
            "<signal handler called>",
            @" in nk_write_console \(\)",
            $@" in Control\.Main \(\) at .*Test\.Control\.0\.cs:{LineOf(Control, "Console.WriteLine")}$",
            @"in nk_partition_entry \(\)",
            "^after next:$",
            $@"^#0 .*Hypercalls\.WriteConsole \(\) at .*Kernel/Hypercalls\.cs:{LineOf(source, "if (text == null)", from: "private static Context* WriteConsole")}$");
    }

    [Theory]
    [CompilerModes]
    public async Task A_breakpoint_holds_in_the_chosen_partition_only(CompilerMode mode)
    {
        const string Running = "output *(unsigned int *) 0xB0001008";
        var lines = await Gdb.RunAsync(
            TwoPartitions, mode,
            "partition second", "break Control.Scale", "continue", Running, "echo \\ runs\\n", "backtrace",
            "partition first", "info breakpoints", "detach");

        AssertInOrder(lines, "^1 runs$", @"^#0 .*Control\.Scale \(\) at .*Test\.Second\.0\.cs:", @"in Control\.Main \(\) at .*Test\.Second\.0\.cs:", @"Control\.Scale .*Test\.First\.0\.cs:");
    }

    [Theory]
    [CompilerModes]
    public async Task A_partition_is_caught_at_its_start(CompilerMode mode)
    {
        var lines = await Gdb.RunAsync(TwoPartitions, mode, "partitions", "partition second", "start-partition", "backtrace", "detach");

        AssertInOrder(lines, "^partition first$", "^partition second$", @"^#0 .*nk_partition_entry \(\)$");
    }

    [Theory]
    [CompilerModes]
    public async Task The_trace_of_an_interrupt_handler_goes_on_in_what_it_interrupted(CompilerMode mode)
    {
        var lines = await Gdb.RunAsync(Interrupted, mode, "break Handler.OnCom1", "continue", "backtrace", "delete", "detach");

        AssertInOrder(
            lines,
            @"^#0 .*Handler\.OnCom1 \(\) at ",
            @" in Interrupts\.RunPending \(\)",
            "<signal handler called>",
            @" in nk_out8 \(\)",
            $@" in Handler\.Main \(\) at .*Test\.Handler\.0\.cs:{LineOf(Handler, "IoPort.WriteByte(0x3F9, 2)")}$",
            @"in nk_partition_entry \(\)");
    }

    private static int LineOf(string source, string text, string from = "") =>
        source[..source.IndexOf(text, source.IndexOf(from, StringComparison.Ordinal), StringComparison.Ordinal)].Count(character => character == '\n') + 1;

    private static void AssertInOrder(string[] lines, params string[] patterns)
    {
        var at = 0;
        foreach (var pattern in patterns)
        {
            var found = Array.FindIndex(lines, at, line => Regex.IsMatch(line, pattern));
            Assert.True(found >= 0, $"No line has '{pattern}' behind line {at} of what gdb printed:\n{string.Join('\n', lines)}");
            at = found + 1;
        }
    }
}
