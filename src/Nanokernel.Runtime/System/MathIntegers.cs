namespace System;

// The same for each kind of integer.
public static partial class Math
{
    /// <summary>Returns the lesser value.</summary>
    public static sbyte Min(sbyte val1, sbyte val2) => val1 < val2 ? val1 : val2;

    /// <summary>Returns the greater value.</summary>
    public static sbyte Max(sbyte val1, sbyte val2) => val1 > val2 ? val1 : val2;

    /// <summary>Returns the value within bounds that is nearest.</summary>
    public static sbyte Clamp(sbyte value, sbyte min, sbyte max) => sbyte.Clamp(value, min, max);

    /// <summary>Returns quotient and remainder.</summary>
    public static (sbyte Quotient, sbyte Remainder) DivRem(sbyte left, sbyte right) => sbyte.DivRem(left, right);

    /// <summary>Returns the lesser value.</summary>
    public static byte Min(byte val1, byte val2) => val1 < val2 ? val1 : val2;

    /// <summary>Returns the greater value.</summary>
    public static byte Max(byte val1, byte val2) => val1 > val2 ? val1 : val2;

    /// <summary>Returns the value within bounds that is nearest.</summary>
    public static byte Clamp(byte value, byte min, byte max) => byte.Clamp(value, min, max);

    /// <summary>Returns quotient and remainder.</summary>
    public static (byte Quotient, byte Remainder) DivRem(byte left, byte right) => byte.DivRem(left, right);

    /// <summary>Returns the lesser value.</summary>
    public static short Min(short val1, short val2) => val1 < val2 ? val1 : val2;

    /// <summary>Returns the greater value.</summary>
    public static short Max(short val1, short val2) => val1 > val2 ? val1 : val2;

    /// <summary>Returns the value within bounds that is nearest.</summary>
    public static short Clamp(short value, short min, short max) => short.Clamp(value, min, max);

    /// <summary>Returns quotient and remainder.</summary>
    public static (short Quotient, short Remainder) DivRem(short left, short right) => short.DivRem(left, right);

    /// <summary>Returns the lesser value.</summary>
    public static ushort Min(ushort val1, ushort val2) => val1 < val2 ? val1 : val2;

    /// <summary>Returns the greater value.</summary>
    public static ushort Max(ushort val1, ushort val2) => val1 > val2 ? val1 : val2;

    /// <summary>Returns the value within bounds that is nearest.</summary>
    public static ushort Clamp(ushort value, ushort min, ushort max) => ushort.Clamp(value, min, max);

    /// <summary>Returns quotient and remainder.</summary>
    public static (ushort Quotient, ushort Remainder) DivRem(ushort left, ushort right) => ushort.DivRem(left, right);

    /// <summary>Returns the lesser value.</summary>
    public static int Min(int val1, int val2) => val1 < val2 ? val1 : val2;

    /// <summary>Returns the greater value.</summary>
    public static int Max(int val1, int val2) => val1 > val2 ? val1 : val2;

    /// <summary>Returns the value within bounds that is nearest.</summary>
    public static int Clamp(int value, int min, int max) => int.Clamp(value, min, max);

    /// <summary>Returns quotient and remainder.</summary>
    public static (int Quotient, int Remainder) DivRem(int left, int right) => int.DivRem(left, right);

    /// <summary>Returns the lesser value.</summary>
    public static uint Min(uint val1, uint val2) => val1 < val2 ? val1 : val2;

    /// <summary>Returns the greater value.</summary>
    public static uint Max(uint val1, uint val2) => val1 > val2 ? val1 : val2;

    /// <summary>Returns the value within bounds that is nearest.</summary>
    public static uint Clamp(uint value, uint min, uint max) => uint.Clamp(value, min, max);

    /// <summary>Returns quotient and remainder.</summary>
    public static (uint Quotient, uint Remainder) DivRem(uint left, uint right) => uint.DivRem(left, right);

    /// <summary>Returns the lesser value.</summary>
    public static long Min(long val1, long val2) => val1 < val2 ? val1 : val2;

    /// <summary>Returns the greater value.</summary>
    public static long Max(long val1, long val2) => val1 > val2 ? val1 : val2;

    /// <summary>Returns the value within bounds that is nearest.</summary>
    public static long Clamp(long value, long min, long max) => long.Clamp(value, min, max);

    /// <summary>Returns quotient and remainder.</summary>
    public static (long Quotient, long Remainder) DivRem(long left, long right) => long.DivRem(left, right);

    /// <summary>Returns the lesser value.</summary>
    public static ulong Min(ulong val1, ulong val2) => val1 < val2 ? val1 : val2;

    /// <summary>Returns the greater value.</summary>
    public static ulong Max(ulong val1, ulong val2) => val1 > val2 ? val1 : val2;

    /// <summary>Returns the value within bounds that is nearest.</summary>
    public static ulong Clamp(ulong value, ulong min, ulong max) => ulong.Clamp(value, min, max);

    /// <summary>Returns quotient and remainder.</summary>
    public static (ulong Quotient, ulong Remainder) DivRem(ulong left, ulong right) => ulong.DivRem(left, right);

    /// <summary>Returns the lesser value.</summary>
    public static nint Min(nint val1, nint val2) => val1 < val2 ? val1 : val2;

    /// <summary>Returns the greater value.</summary>
    public static nint Max(nint val1, nint val2) => val1 > val2 ? val1 : val2;

    /// <summary>Returns the value within bounds that is nearest.</summary>
    public static nint Clamp(nint value, nint min, nint max) => nint.Clamp(value, min, max);

    /// <summary>Returns quotient and remainder.</summary>
    public static (nint Quotient, nint Remainder) DivRem(nint left, nint right) => nint.DivRem(left, right);

    /// <summary>Returns the lesser value.</summary>
    public static nuint Min(nuint val1, nuint val2) => val1 < val2 ? val1 : val2;

    /// <summary>Returns the greater value.</summary>
    public static nuint Max(nuint val1, nuint val2) => val1 > val2 ? val1 : val2;

    /// <summary>Returns the value within bounds that is nearest.</summary>
    public static nuint Clamp(nuint value, nuint min, nuint max) => nuint.Clamp(value, min, max);

    /// <summary>Returns quotient and remainder.</summary>
    public static (nuint Quotient, nuint Remainder) DivRem(nuint left, nuint right) => nuint.DivRem(left, right);

    /// <summary>Returns the value without its sign; throws if it does not fit.</summary>
    public static sbyte Abs(sbyte value)
    {
        if (value >= 0)
            return value;
        if (value == sbyte.MinValue)
            ThrowHelper.ThrowOverflow("Negating the minimum value of a twos complement number is invalid.");
        return (sbyte)-value;
    }

    /// <summary>Returns -1, 0 or 1.</summary>
    public static int Sign(sbyte value) => value < 0 ? -1 : value > 0 ? 1 : 0;

    /// <summary>Returns the value without its sign; throws if it does not fit.</summary>
    public static short Abs(short value)
    {
        if (value >= 0)
            return value;
        if (value == short.MinValue)
            ThrowHelper.ThrowOverflow("Negating the minimum value of a twos complement number is invalid.");
        return (short)-value;
    }

    /// <summary>Returns -1, 0 or 1.</summary>
    public static int Sign(short value) => value < 0 ? -1 : value > 0 ? 1 : 0;

    /// <summary>Returns the value without its sign; throws if it does not fit.</summary>
    public static int Abs(int value)
    {
        if (value >= 0)
            return value;
        if (value == int.MinValue)
            ThrowHelper.ThrowOverflow("Negating the minimum value of a twos complement number is invalid.");
        return (int)-value;
    }

    /// <summary>Returns -1, 0 or 1.</summary>
    public static int Sign(int value) => value < 0 ? -1 : value > 0 ? 1 : 0;

    /// <summary>Returns the value without its sign; throws if it does not fit.</summary>
    public static long Abs(long value)
    {
        if (value >= 0)
            return value;
        if (value == long.MinValue)
            ThrowHelper.ThrowOverflow("Negating the minimum value of a twos complement number is invalid.");
        return (long)-value;
    }

    /// <summary>Returns -1, 0 or 1.</summary>
    public static int Sign(long value) => value < 0 ? -1 : value > 0 ? 1 : 0;

    /// <summary>Returns the value without its sign; throws if it does not fit.</summary>
    public static nint Abs(nint value)
    {
        if (value >= 0)
            return value;
        if (value == nint.MinValue)
            ThrowHelper.ThrowOverflow("Negating the minimum value of a twos complement number is invalid.");
        return (nint)(-value);
    }

    /// <summary>Returns -1, 0 or 1.</summary>
    public static int Sign(nint value) => value < 0 ? -1 : value > 0 ? 1 : 0;

    /// <summary>Returns quotient and remainder.</summary>
    public static int DivRem(int a, int b, out int result)
    {
        int quotient = a / b;
        result = a - (quotient * b);
        return quotient;
    }

    /// <summary>Returns quotient and remainder.</summary>
    public static long DivRem(long a, long b, out long result)
    {
        long quotient = a / b;
        result = a - (quotient * b);
        return quotient;
    }
}
