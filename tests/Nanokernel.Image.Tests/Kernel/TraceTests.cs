using System.Text.Json;
using Nanokernel.Abi;
using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Nanokernel.Tracing;
using Nanokernel.X86.CommandLine;
using Nanokernel.X86.Emulation;
using Xunit;

namespace Nanokernel.Image.Tests.Kernel;

/// <summary>The kernel's trace: what it says of real systems, and how the runner gets it out of a machine that has ended.</summary>
public class TraceTests
{
    private const int Asker = 1;
    private const int Answerer = 0;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static readonly SourceSystem PingPong = Conversation("trace-conversation", rounds: 10, 64.KiB());

    private static readonly SourceSystem Long = Conversation("trace-long", rounds: 1000, 4.KiB());

    [Theory]
    [CompilerModes]
    public async Task It_tells_who_ran_what_was_asked_and_who_was_notified(CompilerMode mode)
    {
        var trace = await TraceAsync(PingPong, mode);
        var events = trace.Events;

        Assert.Equal(0, trace.Damaged);
        Assert.Equal((ulong)events.Length, trace.Written);
        Assert.Equal((1, TraceKind.Boot, null), (events[0].Boot, events[0].Kind, events[0].Partition));
        Assert.InRange(events[0].Microseconds, 10_000, 10_500);         // the counter's rate is measured for 10 ms
        Assert.Equal((TraceKind.SystemEnd, 0u), (events[^1].Kind, events[^1].Argument));
        Assert.All(events.Zip(events.Skip(1)), pair => Assert.True(pair.First.Microseconds <= pair.Second.Microseconds));

        var switches = events.Where(happened => happened.Kind == TraceKind.Switch).ToList();
        Assert.All(switches.Zip(switches.Skip(1)), pair => Assert.NotEqual(pair.First.Partition, pair.Second.Partition));
        Assert.Equal(Answerer, switches[0].Partition);
        Assert.True(switches.Count > 20, $"{switches.Count} switches");

        // The urgent answerer waits for each question, is notified of it, and runs at once.
        var running = switches[0].Partition;
        var notified = 0;
        for (var index = 0; index < events.Length; index++)
        {
            var happened = events[index];
            if (happened.Kind == TraceKind.Switch)
                running = happened.Partition;
            if (happened.Kind is TraceKind.Hypercall or TraceKind.Notification or TraceKind.End)
                Assert.Equal(running, happened.Partition);
            if (happened is not { Kind: TraceKind.Notification, Partition: Asker })
                continue;
            notified++;
            Assert.Equal((uint)Answerer, happened.Argument);
            Assert.Equal((TraceKind.Hypercall, (int)Hypercall.Notify), (events[index - 1].Kind, events[index - 1].Detail));
            Assert.Equal((TraceKind.Switch, Answerer), (events[index + 1].Kind, events[index + 1].Partition));
        }

        Assert.Equal(10, notified);
        Assert.Equal([Answerer, Asker], events.Where(happened => happened.Kind == TraceKind.End).Select(happened => happened.Partition!.Value).Order());
    }

    [Theory]
    [CompilerModes]
    public async Task A_full_ring_keeps_the_latest_events(CompilerMode mode)
    {
        var trace = await TraceAsync(Long, mode);

        Assert.Equal((4096 / 16) - 1, trace.Events.Length);
        Assert.True(trace.Written > 4000, $"{trace.Written} events");
        Assert.Equal(0, trace.Damaged);
        Assert.DoesNotContain(trace.Events, happened => happened.Kind == TraceKind.Boot);
        Assert.Equal(TraceKind.SystemEnd, trace.Events[^1].Kind);
        Assert.True(trace.Events[0].Microseconds > 1000, "The time counts from the start, which is no longer there.");
    }

    [Theory]
    [BackEnds]
    public async Task It_tells_of_interrupts_timers_handlers_faults_and_wrong_calls(CompilerMode mode, BackEnd backEnd)
    {
        var trace = await TraceAsync(Busy.On(backEnd), mode);
        var events = trace.Events.ToList();
        var urgent = trace.System.Partitions.Single(partition => partition.Name == "urgent").Index;
        var faulty = trace.System.Partitions.Single(partition => partition.Name == "faulty").Index;
        int Find(Predicate<TraceEvent> match, int from = 0) => events.FindIndex(from, match) is var index and >= 0
            ? index
            : throw new InvalidOperationException($"Not found behind {from}: {string.Join('\n', events)}");

        // The interrupt preempts the faulty one's loop, and the handler is entered at once.
        var interrupt = Find(happened => happened.Kind == TraceKind.Interrupt);
        Assert.Equal((urgent, 4, 0u), (events[interrupt].Partition, events[interrupt].Detail, events[interrupt].Argument));
        var upcall = Find(happened => happened.Kind == TraceKind.Upcall, interrupt);
        Assert.Equal((urgent, 1u << 4), (events[upcall].Partition, events[upcall].Argument));

        var timer = Find(happened => happened.Kind == TraceKind.Timer);
        var expiry = Find(happened => happened.Kind == TraceKind.Expiry && happened.Detail == 0, timer);
        Assert.Equal(urgent, events[expiry].Partition);
        var ownTimer = Find(happened => happened.Kind == TraceKind.Expiry && happened.Detail == 1);
        Assert.Equal(1u << VirtualInterrupt.Timer, events[Find(happened => happened.Kind == TraceKind.Upcall, ownTimer)].Argument);

        var unknown = events[Find(happened => happened.Kind == TraceKind.UnknownHypercall)];
        Assert.Equal((faulty, 0x1_0001u), (unknown.Partition, unknown.Argument));
        var fault = events[Find(happened => happened.Kind == TraceKind.Fault)];
        Assert.Equal((faulty, FaultKind.ProcessorException | (14 << 8)), (fault.Partition, (uint)fault.Detail));
        Assert.InRange(fault.Argument, VirtualMemoryMap.PartitionBase, VirtualMemoryMap.PartitionBase + 0x10_0000);
        Assert.Contains(events, happened => happened is { Kind: TraceKind.Switch, Partition: null });
        Assert.Equal(101u, events[^1].Argument);
    }

    [Theory]
    [CompilerModes]
    public async Task It_goes_on_after_a_warm_reset_of_the_machine(CompilerMode mode)
    {
        var memory = MemoryFile("trace-reset", mode);
        await using (var monitor = await HumanMonitor.StartAsync(
            Resting, mode, "ready", options => options with { MemoryFile = memory, ExtraArguments = ["-action", "reboot=reset"] }))
        {
            await monitor.AskAsync("system_reset");
            await monitor.Machine.DebugConsole.WaitForLineAsync("ready", Limit, Cancellation);
        }

        var trace = Read(Resting, mode, memory);
        Assert.Equal(0, trace.Damaged);
        Assert.Equal([1, 2], trace.Events.Where(happened => happened.Kind == TraceKind.Boot).Select(happened => happened.Boot));
        Assert.All([1, 2], boot => Assert.Contains(trace.Events, happened => happened.Boot == boot && happened.Kind == TraceKind.Switch));
        Assert.All(trace.Events.Zip(trace.Events.Skip(1)), pair => Assert.True(pair.First.Microseconds <= pair.Second.Microseconds));
    }

    [Fact]
    public async Task The_runner_writes_it_for_Perfetto_when_the_machine_is_ended_from_outside()
    {
        var image = Resting.Build(CompilerMode.Release);
        var path = Path.Combine(AppContext.BaseDirectory, "systems", "trace.json");
        using var trace = new TraceFile(image.System, image.Layout, path);
        await using (var machine = await Resting.StartAsync(CompilerMode.Release, options => options with { MemoryFile = trace.MemoryFile }, Cancellation))
        {
            await machine.DebugConsole.WaitForLineAsync("ready", Limit, Cancellation);
            await machine.KillAsync();
        }

        Assert.True(trace.TryWrite(image.ImagePath, out var problem), problem?.Message);
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(path, Cancellation));
        var events = json.RootElement.GetProperty("traceEvents").EnumerateArray().ToList();
        Assert.Contains(events, happened => happened.GetProperty("name").GetString() == "WriteConsole");
        Assert.Contains(events, happened => happened.GetProperty("ph").GetString() == "X" && happened.GetProperty("name").GetString() == "resting");
    }

    [Fact]
    public void The_runner_refuses_a_system_without_a_trace_before_it_starts()
    {
        var image = Untraced.Build(CompilerMode.Release);
        var refusal = Assert.Throws<EmulationException>(() => new TraceFile(image.System, image.Layout, "trace.json"));
        Assert.Equal(
            "nanokernel: error NK3008: System 'trace-none' declares no trace, so there is none to write to 'trace.json'. State WithTrace() for the system and build it again",
            refusal.Message);
    }

    [Fact]
    public async Task The_trace_of_another_system_is_told_from_this_ones()
    {
        var image = Resting.Build(CompilerMode.Release);
        var path = Path.Combine(AppContext.BaseDirectory, "systems", "other.json");
        using var trace = new TraceFile(image.System, image.Layout, path);
        Assert.False(trace.TryWrite(image.ImagePath, out var problem));
        Assert.Equal("NK3009", problem.Diagnostic.Rule.Id);
        Assert.Contains("the machine did not start", problem.Message, StringComparison.Ordinal);

        var other = Resting.Variant("renamed", system => system.AddQueue("unused", 1));
        await using (var machine = await other.StartAsync(CompilerMode.Release, options => options with { MemoryFile = trace.MemoryFile }, Cancellation))
            await machine.DebugConsole.WaitForLineAsync("ready", Limit, Cancellation);
        Assert.False(trace.TryWrite(image.ImagePath, out problem));
        Assert.Contains("it has one of another system", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [CompilerModes]
    public void A_system_without_it_has_nothing_of_it_in_its_kernel(CompilerMode mode)
    {
        var kernel = Untraced.Build(mode).Kernel;
        Assert.DoesNotContain(kernel.Symbols, symbol => symbol.DisplayName.Contains("trace", StringComparison.OrdinalIgnoreCase));
        Assert.Contains(Resting.Build(mode).Kernel.Symbols, symbol => symbol.DisplayName == "nk_trace");
    }

    private static async Task<SystemTrace> TraceAsync(SourceSystem system, CompilerMode mode)
    {
        var memory = MemoryFile(system.Build(mode).System.Name, mode);
        await TestRun.OfAsync(system, mode, options => options with { MemoryFile = memory });
        return Read(system, mode, memory);
    }

    private static SystemTrace Read(SourceSystem system, CompilerMode mode, string memory)
    {
        var image = system.Build(mode);
        using var file = new FileStream(memory, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.DeleteOnClose);
        Assert.True(SystemTrace.TryRead(file, image.System, image.Layout, out var trace, out var problem), problem);
        return trace;
    }

    private static string MemoryFile(string name, CompilerMode mode)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "systems", $"{name}-{mode}.memory");
        File.Delete(path);
        return path;
    }

    private static readonly SourceSystem Untraced = Rest("trace-none");

    private static readonly SourceSystem Resting = Rest("trace-resting").With(system => system.WithTrace());

    private static SourceSystem Rest(string name) => new SourceSystem(name).Partition(
        "resting",
        """
        [Partition]
        static partial class Resting
        {
            static void Main()
            {
                Console.WriteLine("ready");
                while (true)
                    Processor.Wait();
            }
        }
        """);

    private static readonly SourceSystem Busy = new SourceSystem("trace-busy")
        .Partition(
            "urgent",
            UartSource.Partition(
                "Urgent",
                """
                static int s_ticks;

                static void Main()
                {
                    Interrupts.Attach(InterruptLine.Com1, static () => Uart.Lower(Uart.Com1));
                    Clock.Sleep(TimeSpan.FromMilliseconds(1));
                    Uart.Raise(Uart.Com1);
                    PartitionTimer.StartEvery(TimeSpan.FromMilliseconds(1), static () => s_ticks++);
                    while (Volatile.Read(ref s_ticks) < 3)
                        Processor.Wait();
                    PartitionTimer.Stop();
                }
                """),
            partition => partition.WithPriority(Priority.RealTime).OwnsDevice(Pc.Com1))
        .Partition(
            "faulty",
            """
            [Partition]
            static unsafe partial class Faulty
            {
                static void Main()
                {
                    // mov eax, 0x10001; int 0x40; ret
                    Call([0xB8, 0x01, 0x00, 0x01, 0x00, 0xCD, 0x40, 0xC3]);
                    *(int*)0x10 = 1;
                }

                static void Call(ReadOnlySpan<byte> code) => ((delegate*<void>)Unsafe.AsPointer(ref MemoryMarshal.GetReference(code)))();
            }
            """)
        .With(system => system.WithTrace(64.KiB()));

    private static SourceSystem Conversation(string name, int rounds, ByteSize size) => new SourceSystem(name)
        .Partition(
            "asker",
            $$"""
            [Partition]
            static partial class Asker
            {
                [Sends("questions")]
                static partial Sender<int> Questions { get; }

                [Receives("answers")]
                static partial Receiver<int> Answers { get; }

                static void Main()
                {
                    for (var i = 0; i < {{rounds}}; i++)
                    {
                        Questions.Send(i);
                        Answers.Receive(out _);
                    }
                }
            }
            """,
            partition => partition.WithPriority(new Priority(10)))
        .Partition(
            "answerer",
            $$"""
            [Partition]
            static partial class Answerer
            {
                [Receives("questions")]
                static partial Receiver<int> Questions { get; }

                [Sends("answers")]
                static partial Sender<int> Answers { get; }

                static void Main()
                {
                    for (var i = 0; i < {{rounds}}; i++)
                    {
                        Questions.Receive(out var question);
                        Answers.Send(question + 1);
                    }
                }
            }
            """,
            partition => partition.WithPriority(new Priority(20)))
        .Queue("questions", 2, from: "asker", to: "answerer")
        .Queue("answers", 2, from: "answerer", to: "asker")
        .With(system => system.WithTrace(size));
}
