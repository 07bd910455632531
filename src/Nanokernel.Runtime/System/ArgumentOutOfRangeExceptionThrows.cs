using System.Runtime.CompilerServices;

namespace System;

public partial class ArgumentOutOfRangeException
{
    /// <summary>Throws if the value is less than 0.</summary>
    public static void ThrowIfNegative(int value, [CallerArgumentExpression(nameof(value))] string? paramName = null)
    {
        if (value < 0)
            throw new ArgumentOutOfRangeException(paramName);
    }

    /// <summary>Throws if the value is 0 or less.</summary>
    public static void ThrowIfNegativeOrZero(int value, [CallerArgumentExpression(nameof(value))] string? paramName = null)
    {
        if (value <= 0)
            throw new ArgumentOutOfRangeException(paramName);
    }

    /// <summary>Throws if the value is 0.</summary>
    public static void ThrowIfZero(int value, [CallerArgumentExpression(nameof(value))] string? paramName = null)
    {
        if (value == 0)
            throw new ArgumentOutOfRangeException(paramName);
    }

    /// <summary>Throws if the value is greater than another one.</summary>
    public static void ThrowIfGreaterThan<T>(T value, T other, [CallerArgumentExpression(nameof(value))] string? paramName = null)
        where T : IComparable<T>
    {
        if (value.CompareTo(other) > 0)
            throw new ArgumentOutOfRangeException(paramName);
    }

    /// <summary>Throws if the value is less than another one.</summary>
    public static void ThrowIfLessThan<T>(T value, T other, [CallerArgumentExpression(nameof(value))] string? paramName = null)
        where T : IComparable<T>
    {
        if (value.CompareTo(other) < 0)
            throw new ArgumentOutOfRangeException(paramName);
    }
}
