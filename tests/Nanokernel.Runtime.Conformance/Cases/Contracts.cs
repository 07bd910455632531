namespace Nanokernel.Runtime.Conformance.Cases;

/// <summary>The interfaces of the library, called as such on types of the library.</summary>
public static class Contracts
{
    /// <summary>Computes the cases.</summary>
    public static void Run()
    {
        Ordering();
        Texts();
        Sequences();
    }

    private static void Ordering()
    {
        IComparable boxed = Report.Opaque(5);
        Report.Value("contracts.comparable", boxed.CompareTo(7) + (boxed.CompareTo(null) * 10) + (boxed.CompareTo(5) * 100));
        Report.Value("contracts.order", Order(3, 5) + (Order("b", "a") * 10) + (Order(TimeSpan.Zero, TimeSpan.Zero) * 100) + (Order((1, 2), (1, 3)) * 1000));
        Report.Value("contracts.same", Same(3, 3) && Same("ab", "a" + Report.Opaque('b')) && !Same(1.5, 2.5) && Same(double.NaN, double.NaN) && Same((1, "x"), (1, "x")) && !Same(^1, 1));
        IComparer<int> comparer = Comparer<int>.Default;
        Report.Value("contracts.comparer", comparer.Compare(3, 5) + (comparer.Compare(5, 3) * 10) + comparer.Compare(4, 4));
        IEqualityComparer<string> equality = EqualityComparer<string>.Default;
        Report.Value("contracts.equality", equality.Equals("ab", "a" + Report.Opaque('b')) && !equality.Equals("a", null) && equality.GetHashCode("ab") == "ab".GetHashCode());
        IEqualityComparer<object> objects = EqualityComparer<object>.Default;
        Report.Value("contracts.object-equality", objects.Equals(5, 5) && !objects.Equals(5, 5L) && objects.Equals(null, null) && objects.GetHashCode(5) == 5);
    }

    private static void Texts()
    {
        Report.Value("contracts.formattable", Text(255, "X4") + Text(1.5, "F2") + Text((byte)7, null) + Text('x', null) + Text(TimeSpan.FromSeconds(1), "c") + Text(-5L, "D3"));
        Report.Value("contracts.span", SpanText(255, "x") + SpanText(-2.25f, "F1") + SpanText((nuint)77, "") + SpanText('y', "") + SpanText(TimeSpan.FromTicks(1), ""));
        Report.Value("contracts.utf8", Utf8Text((ushort)255, "X") + Utf8Text(0.1, "") + Utf8Text('é', "") + Utf8Text(TimeSpan.FromDays(2), "c"));
        var provider = new Provider();
        Report.Value("contracts.provider", 5.ToString("D2", provider) + 1.5.ToString("F1", provider) + ((IFormatProvider)provider).GetFormat(typeof(Provider)));
        Level level = new(7);
        var text = $"{level} {level:x} {(object)level:y} [{level,9}]";
        Report.Value("contracts.interpolated", text);
        Console.WriteLine($"{level} {level:x} {(object)level:y} [{level,9}] [{level,-9:z}]");
    }

    private static void Sequences()
    {
        List<string> list = ["a", "b", "c"];
        IReadOnlyList<string> read = list;
        IReadOnlyCollection<string> counted = read;
        Report.Value("contracts.list", read[2] + read.Count + counted.Count);
        IReadOnlyList<int> array = (int[])[4, 5, 6];
        Report.Value("contracts.array", (array[1] * 10) + array.Count);
        IEnumerable<string> items = list;
        using var enumerator = items.GetEnumerator();
        var text = "";
        while (enumerator.MoveNext())
            text += enumerator.Current;
        System.Collections.IEnumerable untyped = "xyz";
        var walk = untyped.GetEnumerator();
        while (walk.MoveNext())
            text += walk.Current;
        walk.Reset();
        Report.Value("contracts.enumerated", text + walk.MoveNext() + walk.Current);
        var own = list.GetEnumerator();
        Report.Value("contracts.own", own.MoveNext() && own.MoveNext() && own.Current == "b");
        own.Dispose();
    }

    private static int Order<T>(T left, T right)
        where T : IComparable<T> => Math.Sign(left.CompareTo(right));

    private static bool Same<T>(T left, T right)
        where T : IEquatable<T> => left.Equals(right);

    private static string Text<T>(T value, string? format)
        where T : IFormattable => value.ToString(format, null) + ";";

    private static string SpanText<T>(T value, string format)
        where T : ISpanFormattable
    {
        Span<char> text = stackalloc char[32];
        return value.TryFormat(text[..0], out var none, format, null) + ":" + none + value.TryFormat(text, out var written, format, null) + new string(text[..written]) + ";";
    }

    private static string Utf8Text<T>(T value, string format)
        where T : IUtf8SpanFormattable
    {
        Span<byte> text = stackalloc byte[32];
        var fits = value.TryFormat(text, out var written, format, null);
        return fits + ":" + written + ":" + text[0] + ":" + text[written - 1] + ";";
    }

    private sealed class Provider : IFormatProvider
    {
        public object? GetFormat(Type? formatType) => formatType == typeof(Provider) ? "own" : null;
    }

    private readonly struct Level(int number) : IFormattable
    {
        public string ToString(string? format, IFormatProvider? formatProvider) => "level-" + number + format;

        public override string ToString() => "level";
    }
}
