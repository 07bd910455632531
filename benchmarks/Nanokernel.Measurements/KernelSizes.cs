using System.Globalization;
using Nanokernel.Testing;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.Measurements;

/// <summary>How large the kernel of the system of everything is, by text, read-only data and data.</summary>
public static class KernelSizes
{
    /// <summary>The largest of all back ends.</summary>
    public static IReadOnlyList<Metric> Measure()
    {
        var largest = EverythingSystem.BackEnds.Values
            .Select(system => system.Build(CompilerMode.Release).Kernel.Segments)
            .MaxBy(segments => segments.Sum(segment => segment.Data.Length))!;
        return
        [
            Bytes("kernel_bytes_full", largest.Sum(segment => segment.Data.Length)),
            Bytes("kernel_bytes_full_text", Of(largest, SegmentAccess.ReadExecute)),
            Bytes("kernel_bytes_full_rodata", Of(largest, SegmentAccess.Read)),
            Bytes("kernel_bytes_full_data", Of(largest, SegmentAccess.ReadWrite)),
        ];
    }

    private static long Of(IEnumerable<LinkedSegment> segments, SegmentAccess access) =>
        segments.Where(segment => segment.Access == access).Sum(segment => segment.Data.Length);

    private static Metric Bytes(string name, long value) => new(name, value.ToString(CultureInfo.InvariantCulture), "bytes");
}
