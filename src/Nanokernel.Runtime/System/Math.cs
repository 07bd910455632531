using System.Runtime;
using System.Runtime.CompilerServices;

namespace System;

/// <summary>Arithmetic.</summary>
public static partial class Math
{
    /// <summary>The ratio of a circle's circumference to its diameter.</summary>
    public const double PI = 3.14159265358979323846;

    /// <summary>The base of natural logarithms.</summary>
    public const double E = 2.7182818284590452354;

    /// <summary>The angle of a full turn.</summary>
    public const double Tau = 6.283185307179586476925;

    /// <summary>Returns the value without its sign.</summary>
    public static double Abs(double value) => BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(value) & long.MaxValue);

    /// <summary>Returns the value without its sign.</summary>
    public static float Abs(float value) => BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(value) & int.MaxValue);

    /// <summary>Returns the greatest integer that is not greater.</summary>
    public static double Floor(double d)
    {
        double whole = Truncate(d);
        return whole > d ? whole - 1 : whole;
    }

    /// <summary>Returns the least integer that is not less.</summary>
    public static double Ceiling(double a)
    {
        double whole = Truncate(a);
        return whole < a ? whole + 1 : CopySign(whole, a);
    }

    /// <summary>Returns the value without its fraction.</summary>
    public static double Truncate(double d)
    {
        // From 2 to the 52nd on there is no fraction; NaN and the infinities are there too.
        if (!(Abs(d) < 4503599627370496.0))
            return d;
        return CopySign((long)d, d);
    }

    /// <summary>Returns the nearest integer; of two, the even one.</summary>
    public static double Round(double a)
    {
        if (!(Abs(a) < 4503599627370496.0))
            return a;
        double magnitude = Abs(a);
        return CopySign((magnitude + 4503599627370496.0) - 4503599627370496.0, a);
    }

    /// <summary>Returns the nearest value with the given number of decimals; of two, the even one.</summary>
    public static double Round(double value, int digits)
    {
        if ((uint)digits > 15)
            ThrowHelper.ThrowArgumentOutOfRange(nameof(digits));
        double power = 1;
        for (int i = 0; i < digits; i++)
            power *= 10;
        return Abs(value) < 1e16 ? Round(value * power) / power : value;
    }

    /// <summary>Returns the square root.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("nk_square_root")]
    public static extern double Sqrt(double d);

    /// <summary>Returns the first value with the sign of the second.</summary>
    public static double CopySign(double x, double y) => BitConverter.Int64BitsToDouble(
        (BitConverter.DoubleToInt64Bits(x) & long.MaxValue) | (BitConverter.DoubleToInt64Bits(y) & long.MinValue));

    /// <summary>Returns the lesser value; NaN if one is.</summary>
    public static double Min(double val1, double val2) =>
        val1 < val2 || double.IsNaN(val1) || (val1 == val2 && double.IsNegative(val1)) ? val1 : val2;

    /// <summary>Returns the greater value; NaN if one is.</summary>
    public static double Max(double val1, double val2) =>
        val1 > val2 || double.IsNaN(val1) || (val1 == val2 && double.IsNegative(val2)) ? val1 : val2;

    /// <summary>Returns the lesser value; NaN if one is.</summary>
    public static float Min(float val1, float val2) => (float)Min((double)val1, val2);

    /// <summary>Returns the greater value; NaN if one is.</summary>
    public static float Max(float val1, float val2) => (float)Max((double)val1, val2);

    /// <summary>Returns the value within bounds that is nearest.</summary>
    public static double Clamp(double value, double min, double max)
    {
        if (min > max)
            ThrowHelper.ThrowArgument("'min' cannot be greater than 'max'.");
        return value < min ? min : value > max ? max : value;
    }

    /// <summary>Returns the value within bounds that is nearest.</summary>
    public static float Clamp(float value, float min, float max) => (float)Clamp((double)value, min, max);

    /// <summary>Returns -1, 0 or 1; throws for NaN.</summary>
    public static int Sign(double value)
    {
        if (double.IsNaN(value))
            throw new ArithmeticException("Function does not accept floating point Not-a-Number values.");
        return value < 0 ? -1 : value > 0 ? 1 : 0;
    }

    /// <summary>Returns -1, 0 or 1; throws for NaN.</summary>
    public static int Sign(float value) => Sign((double)value);

    /// <summary>Returns the 64 bits of a product.</summary>
    public static long BigMul(int a, int b) => (long)a * b;

    /// <summary>Returns the 64 bits of a product.</summary>
    public static ulong BigMul(uint a, uint b) => (ulong)a * b;

    /// <summary>Returns the upper 64 bits of a product.</summary>
    public static ulong BigMul(ulong a, ulong b, out ulong low)
    {
        uint aLow = (uint)a;
        uint aHigh = (uint)(a >> 32);
        uint bLow = (uint)b;
        uint bHigh = (uint)(b >> 32);
        ulong lowest = (ulong)aLow * bLow;
        ulong middle = ((ulong)aHigh * bLow) + (lowest >> 32);
        ulong other = ((ulong)aLow * bHigh) + (uint)middle;
        low = (other << 32) | (uint)lowest;
        return ((ulong)aHigh * bHigh) + (middle >> 32) + (other >> 32);
    }
}
