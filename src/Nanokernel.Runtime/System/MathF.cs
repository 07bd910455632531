namespace System;

/// <summary>Arithmetic of single precision.</summary>
public static class MathF
{
    /// <summary>The ratio of a circle's circumference to its diameter.</summary>
    public const float PI = 3.14159265f;

    /// <summary>The base of natural logarithms.</summary>
    public const float E = 2.71828183f;

    /// <summary>Returns the value without its sign.</summary>
    public static float Abs(float x) => Math.Abs(x);

    /// <summary>Returns the greatest integer that is not greater.</summary>
    public static float Floor(float x) => (float)Math.Floor(x);

    /// <summary>Returns the least integer that is not less.</summary>
    public static float Ceiling(float x) => (float)Math.Ceiling(x);

    /// <summary>Returns the value without its fraction.</summary>
    public static float Truncate(float x) => (float)Math.Truncate(x);

    /// <summary>Returns the nearest integer; of two, the even one.</summary>
    public static float Round(float x) => (float)Math.Round(x);

    /// <summary>Returns the square root.</summary>
    public static float Sqrt(float x) => (float)Math.Sqrt(x);

    /// <summary>Returns the lesser value; NaN if one is.</summary>
    public static float Min(float x, float y) => Math.Min(x, y);

    /// <summary>Returns the greater value; NaN if one is.</summary>
    public static float Max(float x, float y) => Math.Max(x, y);

    /// <summary>Returns the first value with the sign of the second.</summary>
    public static float CopySign(float x, float y) => (float)Math.CopySign(x, y);

    /// <summary>Returns -1, 0 or 1; throws for NaN.</summary>
    public static int Sign(float x) => Math.Sign(x);
}
