using System.Globalization;
using System.Text.Json;
using Nanokernel.Abi;
using Nanokernel.Model;

namespace Nanokernel.Tracing;

/// <summary>
/// Writes a trace in the Trace Event Format ("Trace Event Format", Google, 2016; the JSON form that Perfetto imports): "X" is a slice of
/// time, "i" an instant, "s" and "f" the two ends of an arrow, "M" a name.
/// </summary>
internal sealed class ChromeTrace(SystemTrace trace)
{
    private const int KernelThread = 1;
    private const int FirstPartitionThread = 2;

    // Arrows that have started and not ended, by the partition that they go to.
    private readonly Dictionary<int, List<(int Id, string Name)>> _arrows = [];
    private int _arrowCount;
    private int _boot;
    private TraceEvent? _slice;

    private CheckedSystem System => trace.System;

    internal void Write(Stream output)
    {
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("displayTimeUnit", "ns");
        json.WriteStartObject("otherData");
        json.WriteString("system", System.Name);
        json.WriteString("machine", System.Machine.Name);
        json.WriteNumber("tscFrequency", trace.TscFrequency);
        json.WriteNumber("eventsWritten", trace.Written);
        json.WriteNumber("eventsKept", trace.Events.Length);
        json.WriteNumber("eventsDamaged", trace.Damaged);
        json.WriteEndObject();
        json.WriteStartArray("traceEvents");
        foreach (var happened in trace.Events)
            Write(json, happened);
        if (!trace.Events.IsEmpty)
            EndSlice(json, trace.Events[^1].Microseconds);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, TraceEvent happened)
    {
        if (happened.Boot != _boot)
            StartBoot(json, happened);
        switch (happened.Kind)
        {
            case TraceKind.Switch:
                EndSlice(json, happened.Microseconds);
                _slice = happened;
                if (happened.Partition is { } next)
                    EndArrows(json, happened, next);
                break;
            case TraceKind.Notification:
                StartArrow(json, happened);
                break;
            default:
                WriteInstant(json, happened);
                break;
        }
    }

    /// <summary>What ran when the machine was reset ran no longer; nobody was notified across it.</summary>
    private void StartBoot(Utf8JsonWriter json, TraceEvent happened)
    {
        EndSlice(json, happened.Microseconds);
        _arrows.Clear();
        _boot = happened.Boot;
        WriteName(json, "process_name", null, _boot == 1 ? System.Name : string.Create(CultureInfo.InvariantCulture, $"{System.Name}, boot {_boot}"));
        WriteName(json, "thread_name", KernelThread, "kernel");
        foreach (var partition in System.Partitions)
            WriteName(json, "thread_name", ThreadOf(partition.Index), partition.Name);
    }

    private void WriteName(Utf8JsonWriter json, string what, int? thread, string name)
    {
        json.WriteStartObject();
        json.WriteString("ph", "M");
        json.WriteString("name", what);
        json.WriteNumber("pid", _boot);
        if (thread is { } id)
            json.WriteNumber("tid", id);
        json.WriteStartObject("args");
        json.WriteString("name", name);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void EndSlice(Utf8JsonWriter json, double end)
    {
        if (_slice is not { } slice)
            return;
        _slice = null;
        Start(json, "X", "run", slice.Partition is { } index ? System.Partitions[index].Name : "idle", slice.Partition, slice.Microseconds);
        json.WriteNumber("dur", Round(end - slice.Microseconds));
        json.WriteEndObject();
    }

    private void StartArrow(Utf8JsonWriter json, TraceEvent happened)
    {
        var (sender, peer) = (happened.Partition!.Value, (int)happened.Argument);
        var ends = System.Partitions[sender].Ends;
        var name = happened.Detail < ends.Length ? ends[happened.Detail].Channel.Name : "notification";
        WriteInstant(json, happened, $"notify {name}", args =>
        {
            args.WriteString("channel", name);
            args.WriteString("to", System.Partitions[peer].Name);
        });
        Start(json, "s", "notification", name, sender, happened.Microseconds);
        json.WriteNumber("id", ++_arrowCount);
        json.WriteEndObject();
        if (!_arrows.TryGetValue(peer, out var arrows))
            _arrows.Add(peer, arrows = []);
        arrows.Add((_arrowCount, name));
    }

    private void EndArrows(Utf8JsonWriter json, TraceEvent happened, int partition)
    {
        if (!_arrows.Remove(partition, out var arrows))
            return;
        foreach (var (id, name) in arrows)
        {
            Start(json, "f", "notification", name, partition, happened.Microseconds);
            json.WriteNumber("id", id);
            json.WriteString("bp", "e");
            json.WriteEndObject();
        }
    }

    private void WriteInstant(Utf8JsonWriter json, TraceEvent happened)
    {
        switch (happened.Kind)
        {
            case TraceKind.Boot:
                WriteInstant(json, happened, "boot", args => args.WriteNumber("boot", happened.Boot));
                break;
            case TraceKind.Interrupt:
                WriteInstant(json, happened, LineName(happened.Detail), args => args.WriteBoolean("masked", happened.Argument != 0));
                break;
            case TraceKind.Timer:
                WriteInstant(json, happened, "timer", null);
                break;
            case TraceKind.Expiry:
                WriteInstant(json, happened, happened.Detail == 0 ? "deadline of its wait" : "deadline of its timer", null);
                break;
            case TraceKind.Hypercall:
                WriteInstant(json, happened, HypercallNames.Of(happened.Detail), args => args.WriteNumber("ecx", happened.Argument));
                break;
            case TraceKind.UnknownHypercall:
                WriteInstant(json, happened, "unknown hypercall", args => args.WriteNumber("number", happened.Argument));
                break;
            case TraceKind.Upcall:
                WriteInstant(json, happened, "interrupt handlers", args => args.WriteString("pending", PendingNames(happened.Argument)));
                break;
            case TraceKind.Exception:
                WriteInstant(json, happened, $"exception {happened.Detail} handled", args => WriteAddress(args, happened));
                break;
            case TraceKind.Fault:
                WriteInstant(json, happened, FaultName((uint)happened.Detail), args => WriteAddress(args, happened));
                break;
            case TraceKind.Restart:
                WriteInstant(json, happened, "restart", args => args.WriteNumber("restarts", happened.Argument));
                break;
            case TraceKind.End:
                WriteInstant(json, happened, "partition ended", args => args.WriteNumber("exitCode", happened.Argument));
                break;
            case TraceKind.SystemEnd:
                WriteInstant(json, happened, "system ended", args => args.WriteNumber("exitCode", happened.Argument));
                break;
            case TraceKind.KernelFault:
                WriteInstant(json, happened, $"kernel fault: exception {happened.Detail}", args => WriteAddress(args, happened));
                break;
        }
    }

    private void WriteInstant(Utf8JsonWriter json, TraceEvent happened, string name, Action<Utf8JsonWriter>? writeArguments)
    {
        Start(json, "i", happened.Kind.ToString().ToLowerInvariant(), name, happened.Partition, happened.Microseconds);
        json.WriteString("s", "t");
        if (writeArguments is not null)
        {
            json.WriteStartObject("args");
            writeArguments(json);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void Start(Utf8JsonWriter json, string phase, string category, string name, int? partition, double microseconds)
    {
        json.WriteStartObject();
        json.WriteString("ph", phase);
        json.WriteString("cat", category);
        json.WriteString("name", name);
        json.WriteNumber("pid", _boot);
        json.WriteNumber("tid", partition is { } index ? ThreadOf(index) : KernelThread);
        json.WriteNumber("ts", Round(microseconds));
    }

    private string LineName(int line) =>
        System.OwnerOfLine(line)?.InterruptLines.First(owned => owned.Line == line).Device is { } device
            ? $"IRQ {line} ({device.Name})"
            : $"IRQ {line}";

    private string PendingNames(uint pending) => string.Join(
        ", ",
        Enumerable.Range(0, VirtualInterrupt.Count)
            .Where(number => ((pending >> number) & 1) != 0)
            .Select(number => number == VirtualInterrupt.Timer ? "timer" : LineName(number)));

    private static string FaultName(uint detail)
    {
        var number = (detail >> 8) & 0xFF;
        return (detail & 0xFF) switch
        {
            FaultKind.ProcessorException => $"fault: exception {number}",
            FaultKind.StackOverflow => "fault: stack overflow",
            FaultKind.UnhandledException => "fault: unhandled exception",
            FaultKind.HeapExhausted => "fault: heap exhausted",
            FaultKind.InterruptStorm => $"fault: interrupt storm on IRQ {number}",
            FaultKind.MissedHeartbeat => "fault: missed heartbeat",
            FaultKind.BudgetExhausted => "fault: budget exhausted",
            FaultKind.IllegalHypercall => $"fault: illegal hypercall, {HypercallNames.Of((int)number)}",
            FaultKind.Commanded => "command of its watcher",
            _ => number == PanicReason.FailFast ? "fault: FailFast" : "fault: own request",
        };
    }

    private static void WriteAddress(Utf8JsonWriter args, TraceEvent happened) =>
        args.WriteString("address", string.Create(CultureInfo.InvariantCulture, $"0x{happened.Argument:X8}"));

    private static int ThreadOf(int partition) => FirstPartitionThread + partition;

    // A nanosecond is finer than a count of most counters.
    private static double Round(double microseconds) => Math.Round(microseconds, 3);
}
