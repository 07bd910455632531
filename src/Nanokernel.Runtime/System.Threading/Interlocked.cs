using System.Runtime;
using System.Runtime.CompilerServices;

namespace System.Threading;

/// <summary>Reads, changes and writes that nothing comes between.</summary>
public static class Interlocked
{
    /// <summary>Writes a value if the place holds the comparand; returns what it held.</summary>
    [Intrinsic]
    public static int CompareExchange(ref int location1, int value, int comparand) => CompareExchange(ref location1, value, comparand);

    /// <summary>Writes a value if the place holds the comparand; returns what it held.</summary>
    public static uint CompareExchange(ref uint location1, uint value, uint comparand) =>
        (uint)CompareExchange(ref Unsafe.As<uint, int>(ref location1), (int)value, (int)comparand);

    /// <summary>Writes a value if the place holds the comparand; returns what it held.</summary>
    public static nint CompareExchange(ref nint location1, nint value, nint comparand) =>
        CompareExchange(ref Unsafe.As<nint, int>(ref location1), (int)value, (int)comparand);

    /// <summary>Writes a value if the place holds the comparand; returns what it held.</summary>
    public static nuint CompareExchange(ref nuint location1, nuint value, nuint comparand) =>
        (nuint)(uint)CompareExchange(ref Unsafe.As<nuint, int>(ref location1), (int)value, (int)comparand);

    /// <summary>Writes a value if the place holds the comparand; returns what it held.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("nk_compare_exchange_64")]
    public static extern long CompareExchange(ref long location1, long value, long comparand);

    /// <summary>Writes a value if the place holds the comparand; returns what it held.</summary>
    public static ulong CompareExchange(ref ulong location1, ulong value, ulong comparand) =>
        (ulong)CompareExchange(ref Unsafe.As<ulong, long>(ref location1), (long)value, (long)comparand);

    /// <summary>Writes a value if the place holds the comparand; returns what it held.</summary>
    public static unsafe T CompareExchange<T>(ref T location1, T value, T comparand)
        where T : class?
    {
        int found = CompareExchange(ref Unsafe.As<T, int>(ref location1), Unsafe.As<T, int>(ref value), Unsafe.As<T, int>(ref comparand));
        return Unsafe.As<int, T>(ref found);
    }

    /// <summary>Writes a value; returns what the place held.</summary>
    [Intrinsic]
    public static int Exchange(ref int location1, int value) => Exchange(ref location1, value);

    /// <summary>Writes a value; returns what the place held.</summary>
    public static uint Exchange(ref uint location1, uint value) => (uint)Exchange(ref Unsafe.As<uint, int>(ref location1), (int)value);

    /// <summary>Writes a value; returns what the place held.</summary>
    public static nint Exchange(ref nint location1, nint value) => Exchange(ref Unsafe.As<nint, int>(ref location1), (int)value);

    /// <summary>Writes a value; returns what the place held.</summary>
    public static nuint Exchange(ref nuint location1, nuint value) => (nuint)(uint)Exchange(ref Unsafe.As<nuint, int>(ref location1), (int)value);

    /// <summary>Writes a value; returns what the place held.</summary>
    public static long Exchange(ref long location1, long value)
    {
        long expected = location1;
        while (true)
        {
            long found = CompareExchange(ref location1, value, expected);
            if (found == expected)
                return found;
            expected = found;
        }
    }

    /// <summary>Writes a value; returns what the place held.</summary>
    public static ulong Exchange(ref ulong location1, ulong value) => (ulong)Exchange(ref Unsafe.As<ulong, long>(ref location1), (long)value);

    /// <summary>Writes a value; returns what the place held.</summary>
    public static T Exchange<T>(ref T location1, T value)
        where T : class?
    {
        int found = Exchange(ref Unsafe.As<T, int>(ref location1), Unsafe.As<T, int>(ref value));
        return Unsafe.As<int, T>(ref found);
    }

    /// <summary>Adds; returns the old value.</summary>
    [Intrinsic]
    internal static int ExchangeAdd(ref int location1, int value) => ExchangeAdd(ref location1, value);

    /// <summary>Adds; returns the sum.</summary>
    public static int Add(ref int location1, int value) => ExchangeAdd(ref location1, value) + value;

    /// <summary>Adds; returns the sum.</summary>
    public static uint Add(ref uint location1, uint value) => (uint)Add(ref Unsafe.As<uint, int>(ref location1), (int)value);

    /// <summary>Adds; returns the sum.</summary>
    public static long Add(ref long location1, long value)
    {
        long expected = location1;
        while (true)
        {
            long found = CompareExchange(ref location1, expected + value, expected);
            if (found == expected)
                return expected + value;
            expected = found;
        }
    }

    /// <summary>Adds; returns the sum.</summary>
    public static ulong Add(ref ulong location1, ulong value) => (ulong)Add(ref Unsafe.As<ulong, long>(ref location1), (long)value);

    /// <summary>Adds one; returns the sum.</summary>
    public static int Increment(ref int location) => Add(ref location, 1);

    /// <summary>Adds one; returns the sum.</summary>
    public static uint Increment(ref uint location) => Add(ref location, 1);

    /// <summary>Adds one; returns the sum.</summary>
    public static long Increment(ref long location) => Add(ref location, 1);

    /// <summary>Adds one; returns the sum.</summary>
    public static ulong Increment(ref ulong location) => Add(ref location, 1);

    /// <summary>Subtracts one; returns the difference.</summary>
    public static int Decrement(ref int location) => Add(ref location, -1);

    /// <summary>Subtracts one; returns the difference.</summary>
    public static uint Decrement(ref uint location) => Add(ref location, uint.MaxValue);

    /// <summary>Subtracts one; returns the difference.</summary>
    public static long Decrement(ref long location) => Add(ref location, -1);

    /// <summary>Subtracts one; returns the difference.</summary>
    public static ulong Decrement(ref ulong location) => Add(ref location, ulong.MaxValue);

    /// <summary>Takes the bits that both have; returns the old value.</summary>
    public static int And(ref int location1, int value)
    {
        int expected = location1;
        while (true)
        {
            int found = CompareExchange(ref location1, expected & value, expected);
            if (found == expected)
                return found;
            expected = found;
        }
    }

    /// <summary>Takes the bits that both have; returns the old value.</summary>
    public static uint And(ref uint location1, uint value) => (uint)And(ref Unsafe.As<uint, int>(ref location1), (int)value);

    /// <summary>Takes the bits that one of them has; returns the old value.</summary>
    public static int Or(ref int location1, int value)
    {
        int expected = location1;
        while (true)
        {
            int found = CompareExchange(ref location1, expected | value, expected);
            if (found == expected)
                return found;
            expected = found;
        }
    }

    /// <summary>Takes the bits that one of them has; returns the old value.</summary>
    public static uint Or(ref uint location1, uint value) => (uint)Or(ref Unsafe.As<uint, int>(ref location1), (int)value);

    /// <summary>Reads 64 bits at once.</summary>
    public static long Read(ref readonly long location) => CompareExchange(ref Unsafe.AsRef(in location), 0, 0);

    /// <summary>Reads 64 bits at once.</summary>
    public static ulong Read(ref readonly ulong location) => CompareExchange(ref Unsafe.AsRef(in location), 0, 0);

    /// <summary>Keeps reads and writes on their side of the call.</summary>
    [Intrinsic]
    public static void MemoryBarrier() => MemoryBarrier();
}
