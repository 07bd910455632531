namespace Nanokernel.Runtime.Conformance.Cases;

/// <summary>Spans and <see cref="MemoryExtensions"/>.</summary>
public static class Spans
{
    /// <summary>Computes the cases.</summary>
    public static void Run()
    {
        int[] array = [5, 3, 8, 3, 9, 1];
        Span<int> span = array;
        ReadOnlySpan<int> read = span;
        Report.Value("spans.length", span.Length + read[2] + (span.IsEmpty ? 1 : 0) + (Span<int>.Empty.IsEmpty ? 100 : 0));
        Report.Value("spans.slice", span[2..][0] + span.Slice(1, 2)[1] + span[^1] + span[..0].Length);
        Report.Value("spans.index-of", (read.IndexOf(3) * 100) + (read.LastIndexOf(3) * 10) + read.IndexOf(77));
        Report.Value("spans.sequence", read.IndexOf([8, 3]) + (read.StartsWith([5, 3]) ? 10 : 0) + (read.EndsWith([9, 1]) ? 100 : 0));
        Report.Value("spans.contains", read.Contains(9) && !span.Contains(10));
        Report.Value("spans.any", read.IndexOfAny(9, 8) + (read.IndexOfAny([1, 9]) * 10) + read[1..].IndexOfAnyExcept(3));
        Report.Value("spans.count", read.Count(3));
        Span<int> copy = stackalloc int[6];
        span.CopyTo(copy);
        copy[0] = 6;
        Report.Value("spans.equal", copy.SequenceEqual(span) || !copy[1..].SequenceEqual(span[1..]));
        Report.Value("spans.compare", read.SequenceCompareTo(copy) < 0);
        Report.Value("spans.try-copy", span.TryCopyTo(copy[..3]) || !span[..2].TryCopyTo(copy));
        copy.Sort();
        Report.Value("spans.sorted", (copy[0] * 1000) + (copy[5] * 100) + copy.BinarySearch(8) - copy.BinarySearch(100));
        copy.Reverse();
        Report.Value("spans.reversed", copy[0]);
        copy[1..3].Fill(7);
        copy[4..].Clear();
        Report.Value("spans.filled", copy[1] + copy[2] + copy[4] + copy[5]);
        Span<byte> bytes = stackalloc byte[33];
        bytes.Fill(0xA5);
        Report.Value("spans.fill-bytes", bytes[0] + bytes[32]);
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)i;
        bytes[..20].CopyTo(bytes[3..]);
        Report.Value("spans.overlap-up", Hash(bytes));
        bytes[5..30].CopyTo(bytes[1..]);
        Report.Value("spans.overlap-down", Hash(bytes));
        Report.Value("spans.array", span.ToArray().Length + read.ToArray()[2]);
        Report.Value("spans.text", "abcdef".AsSpan(1, 3).ToString());
        Report.Value("spans.same", span == array.AsSpan() && span != array.AsSpan(1));
        foreach (ref var element in span)
            element *= 2;
        var sum = 0;
        foreach (var element in read)
            sum += element;
        Report.Value("spans.foreach", sum);

        ReadOnlySpan<char> text = "  trimmed text \t";
        Report.Text("spans.trim", text.Trim());
        Report.Text("spans.trim-start", text.TrimStart());
        Report.Text("spans.trim-end", text.TrimEnd());
        Report.Text("spans.trim-element", "xxabcxx".AsSpan().Trim('x'));
        Report.Value("spans.text-equals", text.Trim().Equals("TRIMMED TEXT", StringComparison.OrdinalIgnoreCase));
        Report.Value("spans.text-search", text.IndexOf("TEXT", StringComparison.OrdinalIgnoreCase) + text.IndexOf('t'));
        Report.Value("spans.white-space", " \t".AsSpan().IsWhiteSpace() && !text.IsWhiteSpace());
        Report.Value("spans.strings", new ReadOnlySpan<string>(["a", "b", "c"]).IndexOf("b"));
        Report.Value("spans.utf8", "grüße"u8.Length + "€"u8[0]);
        Span<(int Key, string Name)> pairs = [(3, "c"), (1, "a"), (2, "b")];
        pairs.Sort((left, right) => left.Key.CompareTo(right.Key));
        Report.Value("spans.sort-pairs", pairs[0].Name + pairs[1].Name + pairs[2].Name);
        Report.Value("spans.default", default(Span<int>).Length + default(ReadOnlySpan<char>).ToString().Length);
        Report.Value("spans.null-array", new Span<int>(null).Length);
    }

    private static ulong Hash(ReadOnlySpan<byte> bytes)
    {
        ulong hash = 14695981039346656037;
        foreach (var value in bytes)
            hash = (hash ^ value) * 1099511628211;
        return hash;
    }
}
