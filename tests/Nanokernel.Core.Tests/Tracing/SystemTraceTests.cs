using System.Text.Json;
using CsCheck;
using Nanokernel.Abi;
using Nanokernel.Core.Tests.Rules;
using Nanokernel.Layout;
using Nanokernel.Model;
using Nanokernel.Tracing;

namespace Nanokernel.Core.Tests.Tracing;

public sealed class SystemTraceTests
{
    private const int Control = 0;
    private const int Monitor = 1;

    private static readonly CheckedSystem System = Create(4.KiB());

    [Fact]
    public void Events_have_the_time_since_the_kernel_started()
    {
        var trace = Memory().Boot(5_000, counts: 500).Write(6_500, TraceKind.Switch, Control).Write(7_001, TraceKind.Hypercall, Control, Hypercall.Wait, 17).Read();

        Assert.Equal(
            [
                new TraceEvent(1, 0.5, TraceKind.Boot, null, 0, 500),
                new TraceEvent(1, 1.5, TraceKind.Switch, Control, 0, 0),
                new TraceEvent(1, 2.001, TraceKind.Hypercall, Control, 2, 17),
            ],
            trace.Events);
        Assert.Equal((3ul, 0, RingMemory.Frequency), (trace.Written, trace.Damaged, trace.TscFrequency));
    }

    [Fact]
    public void A_ring_that_has_gone_round_has_its_latest_events_but_the_one_that_may_be_overwritten()
    {
        var memory = Memory().Boot(1_000);
        for (var n = 1ul; n <= 1_000; n++)
            memory.Write(1_000 + n, TraceKind.Timer, null);

        var trace = memory.Read();

        Assert.Equal(255, trace.Events.Length);
        Assert.Equal(1_001ul, trace.Written);
        Assert.Equal((0.746, 1), (trace.Events[0].Microseconds, trace.Events[^1].Microseconds));
    }

    [Fact]
    public void An_empty_ring_has_no_events()
    {
        var memory = Memory().Boot(1);
        memory.Header.Written = 0;

        Assert.Empty(memory.Read().Events);
        Assert.Empty(Chrome(memory.Read()).GetProperty("traceEvents").EnumerateArray());
    }

    [Fact]
    public void The_ring_goes_on_over_resets_whether_or_not_the_counter_does()
    {
        var trace = Memory()
            .Boot(1_000).Write(2_000, TraceKind.Switch, Control)
            .Boot(5_000).Write(6_000, TraceKind.Switch, Monitor)
            .Boot(500).Write(700, TraceKind.Switch, Control)
            .Read();

        Assert.Equal([1, 1, 2, 2, 3, 3], trace.Events.Select(happened => happened.Boot));
        Assert.Equal([0, 1, 4, 5, 5, 5.2], trace.Events.Select(happened => happened.Microseconds));
    }

    [Fact]
    public void Starts_that_are_no_longer_in_the_ring_are_counted()
    {
        var memory = Memory().Boot(1).Boot(2).Boot(3).Boot(1_000);
        for (var n = 0; n < 251; n++)
            memory.Write(2_000, TraceKind.Timer, null);
        memory.Boot(10).Write(12, TraceKind.Timer, null);
        Assert.Equal([3, 4, 5], memory.Read().Events.Select(happened => happened.Boot).Distinct());

        for (var n = 0; n < 300; n++)
            memory.Write(5_010, TraceKind.Timer, null);
        Assert.All(memory.Read().Events, happened => Assert.Equal((5, 5), (happened.Boot, happened.Microseconds)));
    }

    [Fact]
    public void What_makes_no_sense_is_left_out_and_counted()
    {
        var trace = Memory().Boot(1_000)
            .Write(2_000, TraceKind.Switch, 2)                          // no such partition
            .Write(2_000, TraceKind.Interrupt, null, 4)                 // of nobody
            .Write(2_000, TraceKind.None, Control)
            .Write(2_000, (TraceKind)200, Control)
            .Write(2_000, TraceKind.Notification, Control, 0, 2)        // to nobody
            .Write(1_999, TraceKind.Switch, Control)
            .Write(1_500, TraceKind.Switch, Monitor)                    // before the one before it
            .Write(2_500, TraceKind.Switch, Monitor)
            .Read();

        Assert.Equal([TraceKind.Boot, TraceKind.Switch, TraceKind.Switch], trace.Events.Select(happened => happened.Kind));
        Assert.Equal(6, trace.Damaged);
    }

    [Fact]
    public void Memory_without_a_trace_of_the_system_is_told_apart()
    {
        Assert.Equal("the kernel has not begun one", Memory().ReadProblem());
        Assert.Equal("it has one of version 7, and this is version 1", Damaged((ref TraceHeader header) => header.Version = 7));
        Assert.Equal("it has one of another system", Damaged((ref TraceHeader header) => header.Identity++));
        Assert.Equal("it has one of another system", Damaged((ref TraceHeader header) => header.Capacity = 512));
        Assert.Equal("it has one without a clock rate", Damaged((ref TraceHeader header) => header.TscFrequency = 0));
        Assert.False(SystemTrace.TryRead(new MemoryStream(new byte[4096]), System, SystemLayout.Solve(System), out _, out var problem));
        Assert.Equal("the memory ends before it", problem);
    }

    [Fact]
    public void A_system_without_a_trace_cannot_be_read()
    {
        var system = Create(null);
        Assert.Throws<ArgumentException>(() => SystemTrace.TryRead(new MemoryStream(), system, SystemLayout.Solve(system), out _, out _));
    }

    [Fact]
    public void Whatever_lies_in_the_memory_is_read_and_written_without_an_exception() =>
        Gen.Select(Gen.Byte.Array[4096 + 4096], Gen.ULong, Gen.UInt, Gen.ULong, Gen.ULong).Sample((bytes, written, boots, frequency, atBoot) =>
        {
            var memory = Memory().Boot(0);
            var header = memory.Header;
            bytes.CopyTo(memory.Ring);
            memory.Header = header with { Written = written, Boots = boots, TscFrequency = Math.Max(1, frequency), TscAtBoot = atBoot };

            var trace = memory.Read();

            Assert.Equal(trace.Events.Length + trace.Damaged, (int)Math.Min(255, written));
            Assert.All(trace.Events.Zip(trace.Events.Skip(1)), pair => Assert.True(pair.First.Boot <= pair.Second.Boot));
            Chrome(trace);
        }, iter: 300);

    // The model: a list of all that was ever written, of which a ring of 256 keeps the latest 256, and shows one less.
    [Fact]
    public void Any_sequence_of_events_and_resets_is_read_as_it_was_written() =>
        Gen.Select(Gen.Int[0, 20], Gen.ULong[0, 1_000], Gen.Int[0, 1]).Array[0, 700].Sample(steps =>
        {
            var memory = Memory().Boot(1_000);
            var model = new List<(TraceKind Kind, int? Partition, int Boot, double Microseconds)> { (TraceKind.Boot, null, 1, 0) };
            var (time, boot, elapsed) = (1_000ul, 1, 0ul);
            foreach (var (kind, distance, partition) in steps)
            {
                if (kind == 0)
                {
                    elapsed += distance > time ? distance - time : 0;
                    time = distance;
                    memory.Boot(time);
                    model.Add((TraceKind.Boot, null, ++boot, elapsed / 1000.0));
                    continue;
                }

                time += distance;
                elapsed += distance;
                memory.Write(time, TraceKind.Switch, partition);
                model.Add((TraceKind.Switch, partition, boot, elapsed / 1000.0));
            }

            var kept = model.Count < 256 ? model : model[^255..];
            var events = memory.Read().Events;

            Assert.Equal(kept.Select(one => (one.Kind, one.Partition, one.Boot)), events.Select(one => (one.Kind, one.Partition, one.Boot)));

            Assert.All(
                kept.Zip(events),
                pair => Assert.Equal(pair.First.Microseconds - kept[0].Microseconds, pair.Second.Microseconds - events[0].Microseconds, 6));
        }, iter: 300);

    [Fact]
    public void Perfetto_is_given_slices_instants_and_arrows()
    {
        var events = Chrome(Memory()
            .Boot(0)
            .Write(1_000, TraceKind.Switch, Monitor)
            .Write(2_000, TraceKind.Hypercall, Monitor, Hypercall.Wait)
            .Write(2_100, TraceKind.Switch, null)
            .Write(3_000, TraceKind.Interrupt, Control, 3)
            .Write(3_100, TraceKind.Switch, Control)
            .Write(3_200, TraceKind.Upcall, Control, 0, (1 << 3) | (1 << 16))
            .Write(4_000, TraceKind.Notification, Control, 0, Monitor)
            .Write(4_100, TraceKind.Fault, Control, FaultKind.FailFast | (PanicReason.FailFast << 8), 0x401234)
            .Write(5_000, TraceKind.Switch, Monitor)
            .Write(6_000, TraceKind.SystemEnd, null, 0, 101)
            .Read()).GetProperty("traceEvents").EnumerateArray().ToList();

        Assert.Equal(
            [
                "M process_name plant", "M thread_name kernel", "M thread_name control", "M thread_name monitor",
                "i boot 0", "i Wait 2", "X monitor 1+1.1", "i IRQ 3 (COM2) 3", "X idle 2.1+1", "i interrupt handlers 3.2", "i notify telemetry 4",
                "s telemetry 4", "i fault: FailFast 4.1", "X control 3.1+1.9", "f telemetry 5", "i system ended 6", "X monitor 5+1",
            ],
            events.Select(Describe));
        Assert.Equal("IRQ 3 (COM2), timer", events.Single(one => Name(one) == "interrupt handlers").GetProperty("args").GetProperty("pending").GetString());
        Assert.Equal("0x00401234", events.Single(one => Name(one) == "fault: FailFast").GetProperty("args").GetProperty("address").GetString());
        var arrow = events.Where(one => Name(one) == "telemetry").Select(one => one.GetProperty("id").GetInt32()).ToList();
        Assert.Equal([1, 1], arrow);
    }

    [Fact]
    public void Each_start_of_the_kernel_is_a_process()
    {
        var events = Chrome(Memory().Boot(0).Write(1, TraceKind.Switch, Control).Boot(9).Read()).GetProperty("traceEvents").EnumerateArray().ToList();

        Assert.Equal(["plant", "plant, boot 2"], events.Where(one => Name(one) == "process_name").Select(one => one.GetProperty("args").GetProperty("name").GetString()!));
        Assert.Contains("X control 0.001+0.008", events.Select(Describe));
    }

    [Fact]
    public void Every_hypercall_has_a_name() => Assert.Equal((int)Hypercall.Count, HypercallNames.All.Length);

    private delegate void Damage(ref TraceHeader header);

    private static string Damaged(Damage damage)
    {
        var memory = Memory().Boot(0);
        damage(ref memory.Header);
        return memory.ReadProblem();
    }

    private static RingMemory Memory() => new(System);

    private static JsonElement Chrome(SystemTrace trace)
    {
        using var output = new MemoryStream();
        trace.WriteChromeTrace(output);
        return JsonDocument.Parse(output.ToArray()).RootElement;
    }

    private static string Name(JsonElement happened) => happened.GetProperty("name").GetString()!;

    private static string Describe(JsonElement happened)
    {
        var phase = happened.GetProperty("ph").GetString();
        return phase switch
        {
            "M" => $"M {Name(happened)} {happened.GetProperty("args").GetProperty("name").GetString()}",
            "X" => FormattableString.Invariant($"X {Name(happened)} {happened.GetProperty("ts").GetDouble()}+{happened.GetProperty("dur").GetDouble()}"),
            _ => FormattableString.Invariant($"{phase} {Name(happened)} {happened.GetProperty("ts").GetDouble()}"),
        };
    }

    private static CheckedSystem Create(ByteSize? trace)
    {
        var system = SystemBuilder.Create("plant", Machines.Pc);
        var control = system.AddPartition("control", Sample.Project("Control")).WithMemory(64.KiB()).WithStack(4.KiB())
            .WithPriority(Priority.High).OwnsDevice(Pc.Com2);
        var monitor = system.AddPartition("monitor", Sample.Project("Monitor")).WithMemory(64.KiB()).WithStack(4.KiB());
        system.AddQueue("telemetry", 4).From(control).To(monitor);
        if (trace is { } size)
            system.WithTrace(size);
        return new Sample(system).CheckedSystem();
    }
}
