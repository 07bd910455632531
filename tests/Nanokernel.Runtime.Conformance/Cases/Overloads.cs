using System.Numerics;
using System.Text;

namespace Nanokernel.Runtime.Conformance.Cases;

/// <summary>Members that differ from others in the types of their parameters only.</summary>
public static unsafe class Overloads
{
    /// <summary>Computes the cases.</summary>
    public static void Run()
    {
        Mathematics();
        Bits();
        Spans();
        Enumerators();
        Texts();
        Output();
        Parsing();
        Memory();
        Atomics();
    }

    private static void Mathematics()
    {
        float negative = Report.Opaque(-2.5f), one = 1;
        Report.Value("math.float", Math.Abs(negative) + Math.Min(negative, one) + (Math.Max(negative, one) * 10) + (Math.Clamp(negative, 0f, one) * 100) + Math.Sign(negative));
        Report.Value("math.big", Math.BigMul(Report.Opaque(4_000_000_000u), 4_000_000_000u));
        Report.Value("math.big-signed", Math.BigMul(Report.Opaque(-2_000_000_000), 2_000_000_000));
        Report.Value("math.big-high", Math.BigMul(Report.Opaque(ulong.MaxValue), 0x1234_5678_9ABC_DEF0, out var low));
        Report.Value("math.big-low", low);
        Report.Value("math.div-rem-out", (Math.DivRem(Report.Opaque(-17), 5, out var rest) * 100) + rest);
        Report.Value("math.div-rem-out-long", (Math.DivRem(Report.Opaque(-17_000_000_000), 5_000_000_007, out var longRest) * 100) + longRest);
    }

    // Of zero bits above and all bits an address has more on the host.
    private static void Bits()
    {
        foreach (var hidden in (int[])[0, 1, 2, 96, 100, int.MaxValue, int.MinValue, -1])
        {
            var value = Report.Opaque(hidden);
            Report.Value("bits.int", BitOperations.TrailingZeroCount(value) + (BitOperations.IsPow2(value) ? 100 : 0));
            Report.Value("bits.long", BitOperations.TrailingZeroCount((long)value << 20) + (BitOperations.IsPow2((long)value << 20) ? 100 : 0));
            Report.Value("bits.rotate-right", BitOperations.RotateRight((uint)value, 5) ^ BitOperations.RotateRight((uint)value, 0));
        }

        nint signed = Report.Opaque(96);
        nuint unsigned = Report.Opaque(96u);
        Report.Value("bits.native", BitOperations.TrailingZeroCount(signed) + (BitOperations.TrailingZeroCount(unsigned) * 10) + (BitOperations.PopCount(unsigned) * 100));
        Report.Value("bits.native-leading", (8 * sizeof(nuint)) - BitOperations.LeadingZeroCount(unsigned));
        Report.Value("bits.native-none", BitOperations.TrailingZeroCount((nint)0) == 8 * sizeof(nint) && BitOperations.TrailingZeroCount((nuint)0) == 8 * sizeof(nuint));
        Report.Value("native.size", IntPtr.Size == sizeof(nint) && UIntPtr.Size == sizeof(nuint) && IntPtr.Zero == 0 && UIntPtr.Zero == 0);
    }

    private static void Spans()
    {
        int[] array = [5, 3, 8, 3, 9];
        Span<int> span = array;
        ReadOnlySpan<int> read = array;
        ReadOnlySpan<int> middle = [8, 3];
        Report.Value("spans.ranges", array.AsSpan(1..^1).Length + array.AsSpan(^2..)[0] + "abcdef".AsSpan(1..^2).ToString());
        Report.Value("spans.search", span.IndexOf(3) + (span.IndexOf(middle) * 10) + (span.LastIndexOf(3) * 100) + (span.IndexOf(7) * 1000));
        Report.Value("spans.ends", span.StartsWith(read[..2]) && !span.StartsWith(middle) && span.EndsWith(read[3..]) && !span.EndsWith(middle));
        Report.Value("spans.compare-to", Math.Sign(span.SequenceCompareTo(read)) + (Math.Sign(span.SequenceCompareTo(middle)) * 10) + (Math.Sign(span[..2].SequenceCompareTo(read)) * 100));
        ReadOnlySpan<int> sorted = [1, 3, 5, 7, 9];
        Report.Value("spans.binary-search", (sorted.BinarySearch(7) * 1000) + (sorted.BinarySearch(1) * 100) + sorted.BinarySearch(4) + (sorted.BinarySearch(10) * 10));
    }

    // A foreach over a span goes by index.
    private static void Enumerators()
    {
        int[] array = [5, 3, 8];
        var sum = 0;
        var written = new Span<int>(array).GetEnumerator();
        while (written.MoveNext())
            written.Current += 100;
        var read = new ReadOnlySpan<int>(array).GetEnumerator();
        while (read.MoveNext())
            sum = (sum * 10) + read.Current;
        Report.Value("spans.enumerators", sum);
        Report.Value("spans.enumerators-end", written.MoveNext() || read.MoveNext());
    }

    private static void Texts()
    {
        var text = Report.Opaque("text");
        char[] characters = ['c', 'h'];
        Report.Value("string.equals", string.Equals(text, "te" + Report.Opaque("xt")) && !string.Equals(text, null) && string.Equals(null, null));
        Report.Value("string.created", new string(characters) + new string((char[]?)null) + string.Concat(text, 5, (object?)null) + string.Concat(text, 'c', (object)true));
        Report.Value("string.concat-spans", string.Concat("a".AsSpan(), "b", "c", text.AsSpan(1)) + string.Concat("a".AsSpan(), "b", "c"));
        ReadOnlySpan<string?> many = ["1", null, "2", text, "3"];
        Report.Value("string.concat-many", string.Concat(many) + string.Concat((string?[])["x", null, "y"]) + string.Concat(text, "-", text, "-" + text));
        var builder = new StringBuilder("first");
        builder.Append(text.AsSpan(1)).Append(true).Append((object)5).Append((object?)null).Append((string?)null).Append('c');
        Report.Value("builder.overloads", builder.ToString() + builder.Length + new StringBuilder((string?)null).Length + new StringBuilder(3).Append("longer").Length);
        object boxed = Report.Opaque(-12);
        var interpolated = $"[{boxed}] [{boxed,6}] [{boxed:D4}] [{boxed,-6:X2}] [{text.AsSpan()}] [{text.AsSpan(),6}] [{text.AsSpan(1),-6}]";
        Report.Value("string.interpolated", interpolated);
        var handler = new DefaultInterpolatedStringHandler(2, 1);
        handler.AppendLiteral("n=");
        handler.AppendFormatted(Report.Opaque(7));
        object text7 = handler.ToString();
        Report.Value("string.handler-text", text7 + handler.ToStringAndClear() + handler.ToString().Length);
        Report.Value("integer.general", 12345.ToString("G2") + " " + 99_999.ToString("g3") + " " + (-100_500).ToString("G3") + " " + 1000.ToString("G4") + " " + ((byte)255).ToString("G1") + " " + 0.ToString("G5"));
        Report.Value("integer.general-long", ulong.MaxValue.ToString("G19") + " " + ulong.MaxValue.ToString("G20") + " " + long.MinValue.ToString("G1") + " " + 10_000_000_000.ToString("g1") + " " + 12345.ToString("G0"));
    }

    private static void Output()
    {
        Console.Write(true);
        Console.WriteLine(false);
        Console.Write((object)12);
        Console.Write((object?)null);
        Console.WriteLine((object)"object");
        Console.Write("span".AsSpan(1));
        Console.WriteLine("span".AsSpan());
        Console.WriteLine($"[{"span".AsSpan()}] [{"span".AsSpan(),6}] [{"span".AsSpan(),-6}]");
        Utf8Output.Write("grüße "u8);
        Utf8Output.WriteLine("€ 😀"u8);
        Utf8Output.WriteBetween("é"u8, Report.Opaque(7));
        Span<byte> lots = stackalloc byte[300];
        lots.Fill((byte)'u');
        Utf8Output.WriteBetween(lots, Report.Opaque(7));
        Utf8Output.WriteBetween(lots[..254], Report.Opaque(7));
        Utf8Output.WriteLine(lots);
    }

    private static void Parsing()
    {
        foreach (var text in (string[])["True", " false\t", "TRUE\0", "\0 false \0", "tru", "", "yes"])
            Report.Value("parse.bool-span", bool.TryParse(text.AsSpan(), out var flag) + " " + flag + bool.TryParse(text, out flag) + flag);
        Report.Value("parse.bool-throwing", bool.Parse(" true".AsSpan()) && !bool.Parse("False"));
        Report.Value("parse.double-span", double.Parse(" 2.5e3".AsSpan()) + (double.TryParse("-1.25".AsSpan(), out var wide) ? wide : 0));
        Report.Value("parse.float-span", float.Parse("0.1".AsSpan()) + (float.TryParse("3.25".AsSpan(), out var single) ? single : 0) + (float.TryParse("16777217"u8, out var bytes) ? bytes : 0));
        foreach (var text in (string[])["NaN", "-nan", "Infinity", "-infinity", "+Infinity", "1,234.5", "1e+5", "1E", "1e400", "-1e400", "0x10", "5\0", "\u00A05", "1 2", "(5)", "5-", "$5", "inf"])
            Report.Value("parse.special", double.TryParse(text, out wide) + " " + wide + " " + float.TryParse(text, out single) + " " + single);
        Span<char> characters = stackalloc char[16];
        Span<byte> utf8 = stackalloc byte[16];
        Report.Value("format.double-span", 1.25.TryFormat(characters, out var written, "F1") && characters[..written].SequenceEqual("1.2") && !1.25.TryFormat(characters[..2], out written));
        Report.Value("format.float-utf8", 0.1f.TryFormat(utf8, out written) && utf8[..written].SequenceEqual("0.1"u8) && !0.1f.TryFormat(utf8[..2], out written));
    }

    private static void Memory()
    {
        int[] array = [0x0102_0304, 0x0506_0708, 0x090A_0B0C];
        ReadOnlySpan<int> read = array;
        var bytes = MemoryMarshal.AsBytes(read);
        Report.Value("marshal.read-only", MemoryMarshal.GetReference(read) + bytes[4] + bytes.Length + MemoryMarshal.Cast<int, short>(read)[3] + MemoryMarshal.AsRef<long>(bytes));
        Report.Value("marshal.cast-rest", MemoryMarshal.Cast<byte, long>(bytes).Length + MemoryMarshal.CreateSpan(ref array[1], 2)[1]);
        fixed (int* pointer = array)
        {
            Report.Value("unsafe.pointers", Unsafe.AsRef<int>(pointer + 1) + Unsafe.ReadUnaligned<int>((byte*)pointer + 1));
            Unsafe.WriteUnaligned((byte*)pointer + 5, (short)-1);
        }

        Report.Value("unsafe.written", array[1]);
        Report.Value("unsafe.native-offsets", Unsafe.Add(ref array[0], (nint)2) + Unsafe.Add(ref array[0], (nuint)1) + Unsafe.Add(ref array[2], (nint)(-1)));
        int[]? kept = array;
        Array.Resize(ref kept, 3);
        Report.Value("array.resized", ReferenceEquals(kept, array));
        Array.Resize(ref kept, 2);
        Report.Value("array.resized-shorter", kept.Length + (kept[1] * 10L) + (ReferenceEquals(kept, array) ? 1 : 0));
    }

    private static void Atomics()
    {
        uint word = Report.Opaque(0xF0F0u);
        Report.Value("interlocked.uint", Interlocked.And(ref word, 0xFF00u) + (long)Interlocked.Or(ref word, 0x8000_000Fu) + word);
        ulong wide = Report.Opaque(1UL << 40);
        Report.Value("interlocked.read-ulong", Interlocked.Read(ref wide));
        var flag = Report.Opaque(false);
        Volatile.Write(ref flag, true);
        var text = Report.Opaque("first");
        Volatile.Write(ref text, "second");
        Report.Value("volatile.others", Volatile.Read(ref flag) + Volatile.Read(ref text));
    }
}
