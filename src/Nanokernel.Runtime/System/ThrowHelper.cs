using System.Diagnostics.CodeAnalysis;

namespace System;

// Throws outside the code that checks, which stays small that way.
internal static class ThrowHelper
{
    [DoesNotReturn]
    internal static void ThrowIndexOutOfRange() => throw new IndexOutOfRangeException();

    [DoesNotReturn]
    internal static void ThrowArgumentOutOfRange(string name) => throw new ArgumentOutOfRangeException(name);

    [DoesNotReturn]
    internal static void ThrowArgumentOutOfRange(string? name, string message) => throw new ArgumentOutOfRangeException(name, message);

    [DoesNotReturn]
    internal static void ThrowArgument(string message) => throw new ArgumentException(message);

    [DoesNotReturn]
    internal static void ThrowArgumentNull(string name) => throw new ArgumentNullException(name);

    [DoesNotReturn]
    internal static void ThrowInvalidOperation(string message) => throw new InvalidOperationException(message);

    [DoesNotReturn]
    internal static void ThrowFormat(string message) => throw new FormatException(message);

    [DoesNotReturn]
    internal static void ThrowOverflow(string message) => throw new OverflowException(message);

    [DoesNotReturn]
    internal static void ThrowOverflow() => throw new OverflowException();

    [DoesNotReturn]
    internal static void ThrowDivideByZero() => throw new DivideByZeroException();

    [DoesNotReturn]
    internal static void ThrowInvalidCast() => throw new InvalidCastException();
}
