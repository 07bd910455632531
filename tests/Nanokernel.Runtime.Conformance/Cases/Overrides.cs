namespace Nanokernel.Runtime.Conformance.Cases;

/// <summary>What types of the library override, called through <see cref="object"/>.</summary>
public static class Overrides
{
    private enum Small : sbyte
    {
        Below = -3,
        None = 0,
        Above = 77,
    }

    private enum Large : ulong
    {
        None = 0,
        High = 1UL << 63,
    }

    /// <summary>Computes the cases.</summary>
    public static void Run()
    {
        Integers();
        Values();
        Enumerations();
        Places();
        Tuples();
        References();
        Messages();
    }

    private static void Integers()
    {
        object[] values = [(sbyte)-5, (byte)200, (short)-500, (ushort)60_000, -70_000, 3_000_000_000, -5_000_000_000, ulong.MaxValue, (nint)(-5), (nuint)5];
        object[] others = [(sbyte)5, (byte)201, (short)500, (ushort)60_001, 70_000, 3_000_000_001, 5_000_000_000, ulong.MinValue, (nint)5, (nuint)6];
        object[] same = [(sbyte)-5, (byte)200, (short)-500, (ushort)60_000, -70_000, 3_000_000_000, -5_000_000_000, ulong.MaxValue, (nint)(-5), (nuint)5];
        for (var i = 0; i < values.Length; i++)
        {
            Report.Value("overrides.text", values[i].ToString());
            Report.Value("overrides.equals", values[i].Equals(same[i]) && !values[i].Equals(others[i]) && !values[i].Equals(values[(i + 1) % values.Length]) && !values[i].Equals(null));
            Report.Value("overrides.hash", values[i].GetHashCode() == same[i].GetHashCode());
        }

        for (var i = 0; i < 8; i++)
            Report.Value("overrides.hash-value", values[i].GetHashCode());
    }

    private static void Values()
    {
        object[] values = [true, 'x', 1.5, -2.5f, double.NaN, float.NaN, TimeSpan.FromSeconds(90), 0.0, -0.0];
        foreach (var value in values)
        {
            Report.Value("overrides.value", value.ToString());
            Report.Value("overrides.value-hash", value.GetHashCode());
            foreach (var other in values)
                Report.Value("overrides.value-equals", value.Equals(other));
        }

        int? some = Report.Opaque<int?>(5), none = Report.Opaque<int?>(null);
        Report.Value("overrides.nullable", some.ToString() + none.ToString() + some.GetHashCode() + none.GetHashCode() + some.Equals(5) + some.Equals(none) + none.Equals(null));
        Report.Value("overrides.boxed-nullable", ((object?)some)!.ToString() + ((object?)none is null));
        object[] structs = [new Point(1, 2), new Point(1, 2), new Point(2, 1), new Named("a", 1), new Named("a", 1), new Named("b", 1)];
        foreach (var value in structs)
        {
            foreach (var other in structs)
                Report.Value("overrides.struct-equals", value.Equals(other) && value.GetHashCode() == other.GetHashCode());
        }
    }

    // Numbers without a name, so that both sides have the number for a text.
    private static void Enumerations()
    {
        foreach (var number in (sbyte[])[-128, -1, 5, 100])
        {
            var value = Report.Opaque((Small)number);
            Report.Value("overrides.small", value.ToString() + " " + value.ToString("G") + " " + value.ToString("d") + " " + value.ToString("F") + " " + value.ToString("X") + " " + value.ToString("x"));
            Report.Value("overrides.small-hash", value.GetHashCode());
            Report.Value("overrides.small-comparer", EqualityComparer<Small>.Default.GetHashCode(value));
            Report.Value("overrides.small-interpolated", $"{value} {value:D} {value:X} [{value,6}] [{value,-6}]");
            Console.WriteLine($"{value} {value:D} {value:X} [{value,6}] [{value,-6}] {(object)value:X}");
        }

        foreach (var number in (ulong[])[1, ulong.MaxValue])
        {
            var value = Report.Opaque((Large)number);
            Report.Value("overrides.large", value.ToString() + " " + value.ToString("X"));
            Report.Value("overrides.large-hash", value.GetHashCode() + EqualityComparer<Large>.Default.GetHashCode(value));
        }

        Report.Value("overrides.word", Report.Opaque((StringComparison)(-2)).ToString("X") + Report.Opaque((StringComparison)(-2)).ToString());
        object below = Small.Below;
        Report.Value("overrides.enum-equals", below.Equals(Small.Below) && !below.Equals(Small.Above) && !below.Equals((sbyte)-3) && !below.Equals(Large.None));
    }

    private static void Places()
    {
        object first = Index.Start, last = ^1, third = (Index)3;
        Report.Value("overrides.index", first + " " + last + " " + third + " " + Index.End);
        Report.Value("overrides.index-equals", last.Equals(^1) && !last.Equals(first) && !third.Equals(3) && last.GetHashCode() == (^1).GetHashCode());
        object all = Range.All, part = 1..^2;
        Report.Value("overrides.range", all + " " + part + " " + ..5);
        Report.Value("overrides.range-equals", part.Equals(1..^2) && !part.Equals(all) && part.GetHashCode() == (1..^2).GetHashCode());
    }

    private static void Tuples()
    {
        object?[] tuples =
        [
            new ValueTuple<int>(1), (1, "b"), (1, 'c', 2.5), (1, (string?)null, true, 4), (1, 2, 3, 4, "five"), (1, 2, 3, 4, 5, (6, 6)), (1, 2, 3, 4, 5, 6, TimeSpan.Zero), ("", ""),
        ];
        object?[] same =
        [
            new ValueTuple<int>(1), (1, "b"), (1, 'c', 2.5), (1, (string?)null, true, 4), (1, 2, 3, 4, "five"), (1, 2, 3, 4, 5, (6, 6)), (1, 2, 3, 4, 5, 6, TimeSpan.Zero), ("", ""),
        ];
        for (var i = 0; i < tuples.Length; i++)
        {
            Report.Value("overrides.tuple", tuples[i]!.ToString());
            Report.Value("overrides.tuple-equals", tuples[i]!.Equals(same[i]) && !tuples[i]!.Equals(same[(i + 1) % same.Length]) && tuples[i]!.GetHashCode() == same[i]!.GetHashCode());
        }

        (int, string?) pair = (3, "c");
        pair.Item1++;
        Report.Value("overrides.tuple-interpolated", $"{pair} {(1, 2, 3)}");
        Report.Value("overrides.tuple-fields", Fields((1, 2, 3, 4, 5, 6, 7)));
    }

    private static void References()
    {
        object text = "text", type = typeof(Point);
        Report.Value("overrides.string", text.ToString() + text.Equals("te" + Report.Opaque("xt")) + text.Equals("Text") + (text.GetHashCode() == "text".GetHashCode()));
        Report.Value("overrides.type", type.Equals(typeof(Point)) && !type.Equals(typeof(Named)) && type.GetHashCode() == typeof(Point).GetHashCode());
        object builder = new System.Text.StringBuilder("built").Append(5);
        Report.Value("overrides.builder", builder.ToString());
        var named = new Named("n", 2);
        Func<string> bound = named.Show, again = named.Show;
        Action open = Nothing;
        object call = bound, other = open;
        Report.Value("overrides.delegate", call.Equals(again) && !call.Equals(other) && call.GetHashCode() == again.GetHashCode() && other.Equals((Action)Nothing));
        Report.Value("overrides.target", open.Target is null && bound.Target is Named && (bound + again).Target is Named && (again + Static).Target is null);
        Func<string> extended = text.Twice;
        Report.Value("overrides.extended-target", ReferenceEquals(extended.Target, text) && extended() == "texttext");
        Func<object?, object?, bool> same = ReferenceEquals;
        Report.Value("overrides.same", same(text, text) && !same(text, type) && same(null, null) && !same(5, 5));
        Report.Value("overrides.static-equals", Equals(5, 5) && !Equals(5, null) && Equals(null, null) && !Equals(text, type));
    }

    private static void Messages()
    {
        Exception[] exceptions =
        [
            new ArgumentException("told", "name"), new ArgumentException(null, "name"), new ArgumentException("told", ""), new ArgumentNullException("name"),
            new ArgumentNullException("name", "told"), new ArgumentNullException(null, "told"), new ArgumentOutOfRangeException("name"), new ArgumentOutOfRangeException("name", "told"),
            new ArgumentOutOfRangeException(null, "told"), new ArgumentException("told", new ArgumentException("inner")),
        ];
        foreach (var exception in exceptions)
            Report.Value("overrides.message", exception.Message + "|" + ((ArgumentException)exception).ParamName + "|" + exception.InnerException?.Message);
    }

    private static int Fields((int A, int B, int C, int D, int E, int F, int G) tuple) =>
        tuple.A + (tuple.B * 2) + (tuple.C * 3) + (tuple.D * 4) + (tuple.E * 5) + (tuple.F * 6) + (tuple.G * 7);

    private static void Nothing()
    {
    }

    private static string Static() => "static";

    private static string Twice(this object text) => text.ToString() + text;

    private readonly struct Point(int x, int y)
    {
        public readonly int X = x;
        public readonly int Y = y;
    }

    private readonly struct Named(string name, int number)
    {
        public readonly string Name = name;
        public readonly double Number = number;

        public string Show() => Name;
    }
}
