using System.Text;

namespace Nanokernel.Runtime.Conformance.Cases;

/// <summary>The members of the library that the other cases have no use for.</summary>
public static class Members
{
    private enum Shade : byte
    {
        None,
        Dark = 4,
    }

    /// <summary>Computes the cases.</summary>
    public static void Run()
    {
        Characters();
        Delegates();
        Tuples();
        Hashes();
        Places();
        Sequences();
        Texts();
        Numbers();
        Lists();
        Kinds();
        Memory();
    }

    private static void Characters()
    {
        foreach (var c in "aZ5 \u007F_\uD800\uDC00")
        {
            Report.Value("char.ascii", char.IsAscii(c) + "" + char.IsAsciiLetterLower(c) + char.IsAsciiLetterUpper(c) + char.IsAsciiLetterOrDigit(c) + char.IsAsciiHexDigit(c));
            Report.Value("char.class", char.IsDigit(c) + "" + char.IsLetter(c) + char.IsLetterOrDigit(c) + char.IsLower(c) + char.IsUpper(c));
            Report.Value("char.surrogate", char.IsSurrogate(c) + "" + char.IsHighSurrogate(c) + char.IsLowSurrogate(c));
        }

        var b = Report.Opaque('b');
        Report.Value("char.case", char.ToUpper(b) + char.ToLower('Q'));
        Report.Value("char.text", b.ToString() + char.ToString('c') + b.CompareTo('d') + b.Equals('b') + b.Equals((object)'c') + b.GetHashCode());
        var yes = Report.Opaque(true);
        Report.Value("bool.texts", bool.TrueString + bool.FalseString);
        Report.Value("bool.equals", yes.Equals(true) && !yes.Equals((object)false));
    }

    private static void Delegates()
    {
        var sum = 0;
        Action<int, int> two = (a, b) => sum += a + b;
        Action<int, int, int> three = (a, b, c) => sum += a + b + c;
        Action<int, int, int, int> four = (a, b, c, d) => sum += a + b + c + d;
        Action<int, int, int, int, int> five = (a, b, c, d, e) => sum += a + b + c + d + e;
        Action<int, int, int, int, int, int> six = (a, b, c, d, e, f) => sum += a + b + c + d + e + f;
        Action<int, int, int, int, int, int, int> seven = (a, b, c, d, e, f, g) => sum += a + b + c + d + e + f + g;
        Action<int, int, int, int, int, int, int, int> eight = (a, b, c, d, e, f, g, h) => sum += a + b + c + d + e + f + g + h;
        two(1, 2);
        three(1, 2, 3);
        four(1, 2, 3, 4);
        five(1, 2, 3, 4, 5);
        six(1, 2, 3, 4, 5, 6);
        seven(1, 2, 3, 4, 5, 6, 7);
        eight(1, 2, 3, 4, 5, 6, 7, 8);
        Report.Value("delegates.actions", sum);

        Func<int, int, int, int> f3 = (a, b, c) => (a * 100) + (b * 10) + c;
        Func<int, int, int, int, int> f4 = (a, b, c, d) => f3(a, b, c) * d;
        Func<int, int, int, int, int, int> f5 = (a, b, c, d, e) => f4(a, b, c, d) - e;
        Func<int, int, int, int, int, int, int> f6 = (a, b, c, d, e, f) => f5(a, b, c, d, e) + f;
        Func<int, int, int, int, int, int, int, int> f7 = (a, b, c, d, e, f, g) => f6(a, b, c, d, e, f) - g;
        Func<int, int, int, int, int, int, int, int, int> f8 = (a, b, c, d, e, f, g, h) => f7(a, b, c, d, e, f, g) + h;
        Report.Value("delegates.functions", f8(1, 2, 3, 4, 5, 6, 7, 8));

        Comparison<int> descending = (a, b) => b - a;
        Report.Value("delegates.comparison", descending(3, 8));
        var counter = new Counter();
        Action count = counter.Count, again = counter.Count;
        Report.Value("delegates.equality", count.Equals(again) && count.GetHashCode() == again.GetHashCode() && ReferenceEquals(count.Target, counter) && !count.Equals(two));
        Report.Value("delegates.combined", (count + again).Equals(again + count) && !(count + again).Equals(count));
    }

    private static void Tuples()
    {
        Report.Value("tuples.fields", Four((1, 2, 3, 4)) + Five((1, 2, 3, 4, 5)) + Six((1, 2, 3, 4, 5, 6)));
        var one = new ValueTuple<int>(3);
        Report.Value("tuples.one", one.Equals(new ValueTuple<int>(3)) && one.CompareTo(new ValueTuple<int>(4)) < 0 && one.Item1 == 3);
        Report.Value("tuples.two", (1, 2).Equals((1, 2)) && (1, 2).CompareTo((1, 1)) > 0);
        Report.Value("tuples.three", (1, 2, 3).Equals((1, 2, 3)) && (1, 2, 3).CompareTo((1, 2, 4)) < 0);
        Report.Value("tuples.four", (1, 2, 3, 4).Equals((1, 2, 3, 4)) && (1, 2, 3, 4).CompareTo((1, 2, 3, 3)) > 0);
        Report.Value("tuples.five", (1, 2, 3, 4, 5).Equals((1, 2, 3, 4, 5)) && (1, 2, 3, 4, 5).CompareTo((1, 2, 3, 4, 6)) < 0);
        Report.Value("tuples.six", (1, 2, 3, 4, 5, 6).Equals((1, 2, 3, 4, 5, 6)) && (1, 2, 3, 4, 5, 6).CompareTo((1, 2, 3, 4, 5, 5)) > 0);
        Report.Value("tuples.seven", (1, 2, 3, 4, 5, 6, 7).Equals((1, 2, 3, 4, 5, 6, 7)) && (1, 2, 3, 4, 5, 6, 7).CompareTo((1, 2, 3, 4, 5, 6, 8)) < 0);
        Report.Value("tuples.hash", (1, 2).GetHashCode() == (1, 2).GetHashCode() && (1, 2, 3, 4).GetHashCode() == (1, 2, 3, 4).GetHashCode());
        int? some = Report.Opaque<int?>(5), none = Report.Opaque<int?>(null);
        Report.Value("nullable.members", some.Equals(5) && !some.Equals(none) && none.Equals(null) && some.GetHashCode() == 5 && none.GetHashCode() == 0);
        Report.Value("nullable.text", some.ToString() + none.ToString() + (int)some!);
    }

    private static int Four((int A, int B, int C, int D) tuple) => tuple.A + (tuple.B * 10) + (tuple.C * 100) + (tuple.D * 1000);

    private static int Five((int A, int B, int C, int D, int E) tuple) => Four((tuple.B, tuple.C, tuple.D, tuple.E)) + (tuple.A * 10_000);

    private static int Six((int A, int B, int C, int D, int E, int F) tuple) => Five((tuple.B, tuple.C, tuple.D, tuple.E, tuple.F)) + (tuple.A * 100_000);

    // Hash codes differ from process to process on the host: what has to hold is that equals have equals.
    private static void Hashes()
    {
        var hash = default(HashCode);
        var other = default(HashCode);
        hash.Add(1);
        hash.Add("text");
        other.Add(1);
        other.Add("te" + "xt");
        Report.Value("hash.added", hash.ToHashCode() == other.ToHashCode());
        Report.Value("hash.few", HashCode.Combine(1) == HashCode.Combine(1) && HashCode.Combine(1, 2, 3) == HashCode.Combine(1, 2, 3) && HashCode.Combine(1, 2, 3, 4) == HashCode.Combine(1, 2, 3, 4));
        Report.Value("hash.many", HashCode.Combine(1, 2, 3, 4, 5) == HashCode.Combine(1, 2, 3, 4, 5) && HashCode.Combine(1, 2, 3, 4, 5, 6) == HashCode.Combine(1, 2, 3, 4, 5, 6));
        Report.Value("hash.most", HashCode.Combine(1, 2, 3, 4, 5, 6, 7) == HashCode.Combine(1, 2, 3, 4, 5, 6, 7) && HashCode.Combine(1, 2, 3, 4, 5, 6, 7, 8) != HashCode.Combine(1, 2, 3, 4, 5, 6, 7, 9));
    }

    private static void Places()
    {
        Report.Value("index.ends", Index.Start.GetOffset(9) + Index.End.GetOffset(9) + Index.FromStart(2).GetOffset(9) + Index.FromEnd(2).GetOffset(9));
        Report.Value("index.hash", Index.FromEnd(3).GetHashCode() == (^3).GetHashCode() && Index.FromEnd(3).Equals((object)^3));
        Report.Value("range.start", Range.StartAt(4).Start.Value + Range.EndAt(5).End.Value);
        Report.Value("range.hash", (1..4).GetHashCode() == new Range(1, 4).GetHashCode() && (1..4).Equals((object)new Range(1, 4)));
    }

    private static unsafe void Sequences()
    {
        int[] array = [1, 2, 3, 4, 5];
        var part = new Span<int>(array, 1, 3);
        var read = new ReadOnlySpan<int>(array, 2, 3);
        var sum = 0;
        foreach (var item in part.Slice(1))
            sum += item;
        foreach (var item in read.Slice(2))
            sum += item * 10;
        Report.Value("spans.enumerated", sum);
        Span<int> target = stackalloc int[3];
        Report.Value("spans.copied", read.TryCopyTo(target) && target[2] == 5 && !read.TryCopyTo(target[..2]) && ReadOnlySpan<int>.Empty.IsEmpty && !read.IsEmpty);
        ReadOnlySpan<int> same = new(array, 2, 3);
        Report.Value("spans.same", read == same && !(read != same) && read != same[1..] && part == new Span<int>(array, 1, 3) && part != part[1..]);
        Report.Value("spans.text", "text".AsSpan(1, 2).ToString() + new Span<char>(['a', 'b']).ToString());
        Report.Value("spans.cast-up", ReadOnlySpan<object>.CastUp<string>((string[])["x", "y"])[1].ToString());

        var copy = new int[7];
        Array.Copy(array, copy, 3);
        array.CopyTo(copy, 2);
        Report.Value("array.copied", copy[0] + (copy[2] * 10) + (copy[6] * 100));
        Array any = array;
        Report.Value("array.length", any.Length + any.LongLength + (Array.MaxLength > 1_000_000 ? 100 : 0));
        array.CopyTo(copy.AsSpan(1));
        Report.Value("array.to-span", copy[1] + (copy[5] * 10));
        Report.Value("spans.trim", new string("xxaxx".AsSpan().TrimStart('x')) + new string("xxaxx".AsSpan().TrimEnd('x')) + "HEad".AsSpan().StartsWith("heA", StringComparison.OrdinalIgnoreCase));
    }

    private static void Texts()
    {
        var builder = new StringBuilder(4);
        builder.Append('x', 3).AppendLine().AppendLine("line").Append(Report.Opaque(12)).Append("end");
        builder[0] = 'y';
        Report.Value("builder.text", builder.ToString().Replace('\n', '|') + builder[1] + (builder.Capacity >= builder.Length));
        Report.Value("builder.cleared", builder.Clear().Length);

        var text = Report.Opaque("text");
        var characters = "";
        var enumerator = text.GetEnumerator();
        while (enumerator.MoveNext())
            characters = enumerator.Current + characters;
        enumerator.Reset();
        Report.Value("string.enumerated", characters + enumerator.MoveNext() + enumerator.Current);
        enumerator.Dispose();
        Report.Value("string.members", text.ToString() + text.Equals("text") + string.Equals("A", "a", StringComparison.OrdinalIgnoreCase) + (text.GetHashCode() == "text".GetHashCode()) + Math.Sign(text.CompareTo("text")));
        var handler = new DefaultInterpolatedStringHandler(2, 1);
        handler.AppendLiteral("n=");
        handler.AppendFormatted(7);
        Report.Value("string.handler", handler.ToString() + handler.ToStringAndClear());
    }

    private static void Numbers()
    {
        Report.Value("double.class", double.IsNaN(double.NaN) && double.IsInfinity(double.NegativeInfinity) && double.IsPositiveInfinity(double.PositiveInfinity) && double.IsNegativeInfinity(double.NegativeInfinity));
        Report.Value("double.order", double.Abs(-1.5) + double.Min(1.5, 2) + double.Max(1.5, 2) + double.Clamp(9.5, 1, 3));
        Report.Value("double.text", Report.Opaque(1.25).ToString() + Report.Opaque(1.25).ToString("F1", null));
        var single = Report.Opaque(-2.5f);
        Report.Value("single.class", float.IsNaN(float.NaN) && float.IsInfinity(float.PositiveInfinity) && float.IsPositiveInfinity(float.PositiveInfinity) && float.IsNegativeInfinity(float.NegativeInfinity) && float.IsFinite(single) && float.IsNegative(single) && float.IsInteger(4f));
        Report.Value("single.order", float.Abs(single) + float.Min(single, 1) + float.Max(single, 1) + float.Clamp(single, 0, 1) + single.CompareTo(1f));
        Span<char> text = stackalloc char[16];
        Report.Value("single.text", single.ToString() + single.ToString("F2") + single.ToString("F1", null) + float.Parse("1.5") + single.TryFormat(text, out var written) + written + single.Equals(-2.5f) + single.Equals((object)1f));
        Report.Value("mathf.members", MathF.Ceiling(1.2f) + MathF.Truncate(-1.8f) + MathF.Min(1, 2) + MathF.Max(1, 2) + MathF.CopySign(3, -1) + MathF.Sign(single));
        Report.Value("bits.double", BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(1.5)) + BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(2.5f)));
    }

    private static void Lists()
    {
        var list = new List<int>();
        list.Add(1);
        list.Add(2);
        list[0] = 7;
        Report.Value("list.members", list.Remove(2) && !list.Remove(9) && list.ToArray() is [7] && list.Capacity >= list.Count);
        list.Clear();
        Report.Value("list.cleared", list.Count);
    }

    private static void Kinds()
    {
        var shade = Report.Opaque(Shade.Dark);
        Report.Value("enum.members", shade.Equals(Shade.Dark) && !shade.Equals(Shade.None) && shade.GetHashCode() == Shade.Dark.GetHashCode());
        Report.Value("enum.number", shade.ToString("D"));
        Types();
        object value = new Pair(1, 2);
        Report.Value("struct.equals", value.Equals(new Pair(1, 2)) && !value.Equals(new Pair(1, 3)) && value.GetHashCode() == new Pair(1, 2).GetHashCode());
        Report.Value("objects.same", ReferenceEquals(value, value) && !ReferenceEquals(value, new Counter()) && RuntimeHelpers.GetHashCode(value) == RuntimeHelpers.GetHashCode(value));
        Report.Value("objects.references", RuntimeHelpers.IsReferenceOrContainsReferences<string>() && !RuntimeHelpers.IsReferenceOrContainsReferences<Pair>());
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(1);
        ArgumentOutOfRangeException.ThrowIfZero(1);
        ArgumentOutOfRangeException.ThrowIfLessThan(5, 5);
        Report.Value("exceptions.named", new ArgumentException("told", "name").ParamName + new ArgumentNullException().Message.Length + new ArgumentOutOfRangeException("name").ParamName);
        Report.Value("exceptions.ranges", new ArgumentOutOfRangeException("name", "told").ParamName + new ArgumentNullException("name", "told").ParamName + (new ArgumentOutOfRangeException().Message.Length > 0));
    }

    private static void Types()
    {
        Type type = typeof(Members), same = Report.Opaque(typeof(Members)), other = Report.Opaque(typeof(Pair));
        Report.Value("type.equals", type.Equals(same) && !type.Equals(other) && !type.Equals(null) && type.GetHashCode() == same.GetHashCode());
        Report.Value("type.operators", type == same && !(type != same) && type != other && type != null);
        Report.Value("type.handle", Type.GetTypeFromHandle(same.TypeHandle) == same);
        Report.Value("type.handle-known", Type.GetTypeFromHandle(same.TypeHandle) == typeof(Members));
        Report.Value("type.handle-equals", same.Equals(Type.GetTypeFromHandle(same.TypeHandle)));
        Report.Value("type.handle-other", Type.GetTypeFromHandle(other.TypeHandle) == same);
        Report.Value("type.shared", Is<string>(typeof(string)) && Is<List<string>>(typeof(List<string>)) && !Is<string>(typeof(List<string>)) && Is<int>(typeof(int)));
        Report.Value("type.shared-nested", Is<List<string>>(TypeOf<List<string>>()) && TypeOf<List<Counter>>() == TypeOf<List<Counter>>() && TypeOf<string>() == typeof(string) && TypeOf<int>() == typeof(int));
        Report.Value("type.shared-other", TypeOf<List<Counter>>() == TypeOf<List<string>>() || TypeOf<Counter>() == typeof(string));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool Is<T>(Type type) => typeof(T) == type;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Type TypeOf<T>() => typeof(T);

    private static unsafe void Memory()
    {
        Unsafe.SkipInit(out int number);
        number = 5;
        int[] array = [1, 2, 3];
        ref var second = ref array[1];
        Report.Value("unsafe.places", *(int*)Unsafe.AsPointer(ref number) + Unsafe.Subtract(ref second, 1) + (Unsafe.AddByteOffset(ref second, 4) * 10) + (Unsafe.IsAddressGreaterThan(ref second, ref array[0]) ? 100 : 0));
        Span<byte> bytes = stackalloc byte[8];
        Report.Value("memory.try-write", MemoryMarshal.TryWrite(bytes, 0x0102_0304) && bytes[0] == 4 && !MemoryMarshal.TryWrite(bytes[..2], 1));
        Volatile.WriteBarrier();
        Volatile.ReadBarrier();
    }

    private readonly struct Pair(int first, int second)
    {
        public readonly int First = first;
        public readonly int Second = second;
    }

    private sealed class Counter
    {
        private int _count;

        public void Count() => _count++;
    }
}
