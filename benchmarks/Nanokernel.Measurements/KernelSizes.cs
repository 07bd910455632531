using System.Globalization;
using Nanokernel.Testing;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.Measurements;

/// <summary>How large the kernel of the system of everything is, by text, read-only data and data; and what one feature adds to a small one.</summary>
public static class KernelSizes
{
    /// <summary>The largest of all back ends.</summary>
    public static IReadOnlyList<Metric> Measure()
    {
        var largest = EverythingSystem.BackEnds.Values
            .Select(system => system.Build(CompilerMode.Release).Kernel.Segments)
            .MaxBy(Of)!;
        return
        [
            Bytes("kernel_bytes_full", Of(largest)),
            Bytes("kernel_bytes_full_text", Of(largest, SegmentAccess.ReadExecute)),
            Bytes("kernel_bytes_full_rodata", Of(largest, SegmentAccess.Read)),
            Bytes("kernel_bytes_full_data", Of(largest, SegmentAccess.ReadWrite)),
        ];
    }

    /// <summary>What each primitive adds to the kernel of a system that uses it.</summary>
    public static IReadOnlyList<Metric> MeasurePrimitives() =>
    [
        AddedBy("queue", Plain, Queue),
        AddedBy("event", Plain, Event),
        AddedBy("shared_memory", Plain, Shared),
        AddedBy("call", Plain, Call),
        AddedBy("trace", Plain, Plain.Variant("trace", system => system.WithTrace())),
        AddedBy("persistent", Plain, Persistent),
        AddedBy("persistent_pool", Plain, Pool),
    ];

    /// <summary>The bytes that the kernel of one system has more than that of another.</summary>
    /// <param name="primitive">What the first one uses and the second does not.</param>
    /// <param name="without">A system.</param>
    /// <param name="with">The same system with the primitive.</param>
    private static Metric AddedBy(string primitive, SourceSystem without, SourceSystem with) =>
        Bytes("primitive_bytes_" + primitive, Of(KernelOf(with)) - Of(KernelOf(without)));

    private static IReadOnlyList<LinkedSegment> KernelOf(SourceSystem system) => system.Build(CompilerMode.Release).Kernel.Segments;

    private static long Of(IEnumerable<LinkedSegment> segments) => segments.Sum(segment => (long)segment.Data.Length);

    private static long Of(IEnumerable<LinkedSegment> segments, SegmentAccess access) =>
        segments.Where(segment => segment.Access == access).Sum(segment => segment.Data.Length);

    // Names of equal length: the kernel has them.
    private static readonly SourceSystem Plain = Pair("bench-plain", "");

    private static readonly SourceSystem Queue = Pair(
        "bench-queue",
        """[Sends("numbers")] static partial Sender<int> Numbers { get; }""",
        """[Receives("numbers")] static partial Receiver<int> Numbers { get; }""")
        .Queue("numbers", 4, from: "first", to: "second");

    private static readonly SourceSystem Event = Pair(
        "bench-alarm", """[Posts("alarm")] static partial EventPoster Alarm { get; }""", """[Awaits("alarm")] static partial EventWaiter Alarm { get; }""")
        .With((system, partitions) => system.AddEvent("alarm").PostedBy(partitions["first"]).AwaitedBy(partitions["second"]));

    private static readonly SourceSystem Shared = Pair(
        "bench-table",
        """[Shares("table")] static partial SharedMemory<int> Table { get; }""",
        """[Views("table")] static partial ReadOnlySharedMemory<int> Table { get; }""")
        .With((system, partitions) => system.AddSharedMemory("table", 4.KiB()).ReadWrite(partitions["first"]).ReadOnly(partitions["second"]));

    private static readonly SourceSystem Call = Pair(
        "bench-asked",
        """[Serves("asked")] static partial AskedServer Asked { get; }""",
        """[Calls("asked")] static partial AskedClient Asked { get; }""",
        "[CallContract] public interface IAsked { int Twice(int number); }")
        .With((system, partitions) => system.AddCall("asked").From(partitions["second"]).To(partitions["first"]));

    private static readonly SourceSystem Persistent = Pair("bench-block", """[Persistent("kept")] static partial PersistentMemory<int> Kept { get; }""")
        .With((system, partitions) => system.AddPersistentMemory("kept").OwnedBy(partitions["first"]));

    private static readonly SourceSystem Pool = Pair("bench-pools", """[PersistentPool("kept")] static partial PersistentPool Kept { get; }""")
        .With((system, partitions) => system.AddPersistentPool("kept", 4.KiB()).UsedBy(partitions["first"]));

    private static SourceSystem Pair(string name, string first, string second = "", string types = "") => new SourceSystem(name)
        .Partition("first", Idle("First", first, types), partition => partition.WithPriority(Priority.High))
        .Partition("second", Idle("Second", second, types));

    private static string Idle(string type, string members, string types) => $$"""
        [Partition]
        static partial class {{type}}
        {
            {{members}}

            static void Main() => Processor.Wait();
        }

        {{types}}
        """;

    private static Metric Bytes(string name, long value) => new(name, value.ToString(CultureInfo.InvariantCulture), "bytes");
}
