using Nanokernel.Abi;
using Nanokernel.Checking;

namespace Nanokernel.X86.Toolchain;

/// <summary>
/// Gives every kept part its address.
/// <code>
/// image base: text | page boundary: constants | page boundary: data, then zero-filled data
/// </code>
/// Within a segment sections stand by the name before <c>$</c> as first met, then by what is behind <c>$</c>, then in input order.
/// </summary>
internal sealed class SegmentLayout
{
    private const long MaxDataBytes = 256L << 20;
    private readonly LinkRequest _request;
    private readonly DiagnosticBag _diagnostics;

    private SegmentLayout(LinkRequest request, DiagnosticBag diagnostics) => (_request, _diagnostics) = (request, diagnostics);

    /// <summary>Places the parts. Null when the image would not fit.</summary>
    public static List<PlacedSegment>? TryPlace(LinkRequest request, IEnumerable<LinkerInput> live, DiagnosticBag diagnostics) =>
        new SegmentLayout(request, diagnostics).Place(live);

    private List<PlacedSegment>? Place(IEnumerable<LinkerInput> live)
    {
        var sorted = Sort(live).ToLookup(input => input.Section.Kind);
        var segments = new List<PlacedSegment>();
        long next = _request.ImageBase;
        if (!TryAdd(".text", SegmentAccess.ReadExecute, [.. sorted[SectionKind.Text]], [], ref next, segments)
            || !TryAdd(".rodata", SegmentAccess.Read, [.. sorted[SectionKind.ReadOnlyData]], [], ref next, segments)
            || !TryAdd(
                ".data", SegmentAccess.ReadWrite, [.. sorted[SectionKind.Data]], [.. sorted[SectionKind.ZeroFill]], ref next, segments))
            return null;
        return segments;
    }

    private static IEnumerable<LinkerInput> Sort(IEnumerable<LinkerInput> live)
    {
        var groups = new Dictionary<string, int>(StringComparer.Ordinal);
        var keyed = new List<(LinkerInput Input, int Group, string Order)>();
        foreach (var input in live)
        {
            var name = input.Section.Name;
            var dollar = name.IndexOf('$', StringComparison.Ordinal);
            var group = dollar < 0 ? name : name[..dollar];
            if (!groups.TryGetValue(group, out var number))
                groups.Add(group, number = groups.Count);
            keyed.Add((input, number, dollar < 0 ? "" : name[(dollar + 1)..]));
        }
        return keyed.OrderBy(k => k.Group).ThenBy(k => k.Order, StringComparer.Ordinal).Select(k => k.Input);
    }

    private bool TryAdd(
        string name, SegmentAccess access, LinkerInput[] data, LinkerInput[] zeroFill, ref long next, List<PlacedSegment> segments)
    {
        if (data.Length == 0 && zeroFill.Length == 0)
            return true;
        var start = AlignUp(next, VirtualMemoryMap.PageSize);
        var dataEnd = PlaceRun(data, start);
        var end = PlaceRun(zeroFill, dataEnd);
        if (end > uint.MaxValue || dataEnd - start > MaxDataBytes)
        {
            var limit = dataEnd - start > MaxDataBytes ? MaxDataBytes : (1L << 32) - start;
            _diagnostics.Report(ToolchainRules.ImageTooLarge, null, _request.Name, name, end - start, start, Math.Max(limit, 0));
            return false;
        }
        segments.Add(new PlacedSegment(name, access, (uint)start, data, zeroFill, (uint)(dataEnd - start), (uint)(end - start)));
        next = end;
        return true;
    }

    private static long PlaceRun(LinkerInput[] inputs, long at)
    {
        foreach (var input in inputs)
        {
            at = AlignUp(at, input.Alignment);
            input.Address = unchecked((uint)at);
            at += input.End - input.Start;
        }
        return at;
    }

    private static long AlignUp(long value, uint alignment) => (value + alignment - 1) & -(long)alignment;
}
