namespace Nanokernel.Runtime.Conformance.Cases;

/// <summary><see cref="Interlocked"/> and <see cref="Volatile"/>.</summary>
public static class Atomics
{
    private static int s_word = 5;
    private static long s_long = long.MaxValue - 1;
    private static string? s_text = "first";
    private static volatile bool s_flag;

    /// <summary>Computes the cases.</summary>
    public static void Run()
    {
        Report.Value("interlocked.add", Interlocked.Add(ref s_word, 10) + Interlocked.Increment(ref s_word) + Interlocked.Decrement(ref s_word));
        Report.Value("interlocked.exchange", Interlocked.Exchange(ref s_word, 99));
        Report.Value("interlocked.compare", Interlocked.CompareExchange(ref s_word, 5, 99) + Interlocked.CompareExchange(ref s_word, 6, 99));
        Report.Value("interlocked.word", s_word);
        Report.Value("interlocked.long", Interlocked.Increment(ref s_long));
        Report.Value("interlocked.long-add", Interlocked.Add(ref s_long, -0x1_0000_0001));
        Report.Value("interlocked.long-exchange", Interlocked.Exchange(ref s_long, 0x1234_5678_9ABC));
        Report.Value("interlocked.long-compare", Interlocked.CompareExchange(ref s_long, -1, 0x1234_5678_9ABC) + Interlocked.CompareExchange(ref s_long, 5, 4));
        Report.Value("interlocked.read", Interlocked.Read(ref s_long));
        ulong unsigned = 1UL << 63;
        Report.Value("interlocked.ulong", Interlocked.Decrement(ref unsigned));
        Report.Value("interlocked.and-or", Interlocked.Or(ref s_word, 0xF0) + Interlocked.And(ref s_word, 0x3C) + s_word);
        Report.Value("interlocked.reference", Interlocked.Exchange(ref s_text, "second") + Interlocked.CompareExchange(ref s_text, "third", "other") + s_text);
        Interlocked.MemoryBarrier();
        s_flag = true;
        Volatile.Write(ref s_word, 12);
        Volatile.Write(ref s_long, 0x7777_8888_9999);
        Report.Value("volatile.values", Volatile.Read(ref s_word) + Volatile.Read(ref s_long) + (s_flag ? 1 : 0));
        Report.Value("volatile.reference", Volatile.Read(ref s_text));
        nint address = 5;
        Report.Value("interlocked.nint", Interlocked.CompareExchange(ref address, 7, 5) + address);
    }
}
