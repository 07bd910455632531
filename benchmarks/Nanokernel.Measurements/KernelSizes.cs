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
    public static IReadOnlyList<Metric> MeasurePrimitives() => [AddedBy("trace", Plain, Plain.Variant("trace", system => system.WithTrace()))];

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

    private static readonly SourceSystem Plain = new SourceSystem("bench-plain")
        .Partition("first", Idle("First"), partition => partition.WithPriority(Priority.High))
        .Partition("second", Idle("Second"));

    private static string Idle(string type) => $$"""
        [Partition]
        static partial class {{type}}
        {
            static void Main() => Processor.Wait();
        }
        """;

    private static Metric Bytes(string name, long value) => new(name, value.ToString(CultureInfo.InvariantCulture), "bytes");
}
