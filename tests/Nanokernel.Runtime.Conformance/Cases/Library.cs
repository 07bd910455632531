namespace Nanokernel.Runtime.Conformance.Cases;

/// <summary>The rest of the library: integer mathematics, time spans, ranges, buffers.</summary>
public static class Library
{
    /// <summary>Computes the cases.</summary>
    public static void Run()
    {
        Report.Value("math.int", Math.Min(3, -5) + Math.Max(3L, 7) + Math.Abs(-9) + Math.Sign(-4L) + Math.Clamp(15, 0, 10));
        Report.Value("math.small", Math.Min((byte)3, (byte)200) + Math.Max((short)-3, (short)-7) + Math.Abs((sbyte)-5) + Math.Max(5u, 9u));
        Report.Value("math.div-rem", Math.DivRem(17, 5).Quotient + (Math.DivRem(-17, 5).Remainder * 10));
        Report.Value("int.statics", int.Min(3, 4) + int.Max(3, 4) + int.Clamp(9, 1, 5) + int.Abs(-3) + int.Sign(-3) + (int.IsEvenInteger(4) ? 10 : 0) + (long.IsOddInteger(4) ? 100 : 0));
        Report.Value("int.compare", 5.CompareTo(7) + (5L.CompareTo(5L) * 10) + (((byte)7).CompareTo((byte)3) > 0 ? 100 : 0) + 5.CompareTo((object)4));
        Report.Value("int.limits", int.MaxValue + (long)uint.MaxValue + short.MinValue + sbyte.MaxValue + ushort.MaxValue + byte.MaxValue);

        var span = TimeSpan.FromMilliseconds(1500) + TimeSpan.FromSeconds(2);
        Report.Value("time.ticks", span.Ticks);
        Report.Value("time.seconds", span.TotalSeconds);
        Report.Value("time.compare", span > TimeSpan.FromSeconds(3) && span != TimeSpan.Zero && (-span).Ticks < 0);
        Report.Value("time.parts", (TimeSpan.FromMinutes(61) + TimeSpan.FromMilliseconds(5)).Milliseconds);
        Report.Value("time.text", span.ToString() + " " + TimeSpan.FromTicks(-123456789012345).ToString() + " " + TimeSpan.Zero.ToString());
        Console.WriteLine($"time {span} {TimeSpan.FromHours(30)} {TimeSpan.FromTicks(1)}");

        Index last = ^1;
        Range middle = 1..^1;
        var (offset, length) = middle.GetOffsetAndLength(10);
        Report.Value("ranges.values", last.GetOffset(10) + offset + length + (last.IsFromEnd ? 100 : 0) + middle.End.Value);
        Report.Value("ranges.equals", middle.Equals(1..^1) && !last.Equals(^2) && Range.All.Equals(..));

        Span<byte> source = [1, 2, 3, 4, 5];
        Span<byte> target = stackalloc byte[5];
        Copy(source, target);
        Report.Value("buffer.copy", target[4]);
        Report.Value("bits.little", BitConverter.IsLittleEndian);
        Exception exception = new InvalidOperationException("because");
        Report.Value("exceptions.message", exception.Message + new ArgumentException("text").Message + new Exception("x", exception).InnerException!.Message);
        Report.Value("exceptions.parameter", new ArgumentNullException("name").ParamName);
        Report.Value("environment.line", Environment.NewLine.Length);
        ArgumentNullException.ThrowIfNull(exception);
        ArgumentOutOfRangeException.ThrowIfNegative(5);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(5, 6);
        Report.Value("list.items", Lists());
    }

    private static unsafe void Copy(ReadOnlySpan<byte> source, Span<byte> target)
    {
        fixed (byte* from = source, to = target)
            Buffer.MemoryCopy(from, to, target.Length, source.Length);
    }

    private static string Lists()
    {
        List<int> list = [3, 1, 2];
        list.Add(7);
        list.Insert(0, 9);
        list.RemoveAt(1);
        var text = "";
        foreach (var item in list)
            text += item;
        return text + list.Count + list.Contains(7) + list.IndexOf(2) + list[^1];
    }
}
