using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System;

// The number that a value of an enumeration is, without boxing it.
internal static unsafe class EnumValue
{
    internal static bool IsEnum<T>() => MethodTable.Of<T>()->BaseType == MethodTable.Of<Enum>();

    internal static EETypeElementType TypeOf<T>() => MethodTable.Of<T>()->ElementType;

    internal static string ToString(ulong bits, EETypeElementType type, ReadOnlySpan<char> format)
    {
        bool isNegative = IsNegative(bits, type);
        return Number.ToString(isNegative, isNegative ? 0 - bits : bits, Bytes(bits, type), 64, ToNumberFormat(format, type));
    }

    internal static bool TryFormat(ulong bits, EETypeElementType type, ReadOnlySpan<char> format, Span<byte> utf8Destination, out int bytesWritten)
    {
        bool isNegative = IsNegative(bits, type);
        return Number.TryFormat(
            isNegative, isNegative ? 0 - bits : bits, Bytes(bits, type), 64, ToNumberFormat(format, type), utf8Destination, out bytesWritten);
    }

    private static bool IsSigned(EETypeElementType type) =>
        type is EETypeElementType.SByte or EETypeElementType.Int16 or EETypeElementType.Int32 or EETypeElementType.Int64;

    internal static ulong Bits<T>(T value) => Read(ref Unsafe.As<T, byte>(ref value), TypeOf<T>());

    // That of the number.
    internal static int Hash(ulong bits, EETypeElementType type) => SizeOf(type) < 8 ? (int)bits : bits.GetHashCode();

    internal static int Compare<T>(T x, T y)
    {
        ulong left = Bits(x);
        ulong right = Bits(y);
        if (IsSigned(TypeOf<T>()))
            return ((long)left).CompareTo((long)right);
        return left.CompareTo(right);
    }

    // Signed numbers are extended.
    internal static ulong Read(ref byte data, EETypeElementType type) => type switch
    {
        EETypeElementType.SByte => (ulong)(sbyte)data,
        EETypeElementType.Byte or EETypeElementType.Boolean => data,
        EETypeElementType.Int16 => (ulong)Unsafe.As<byte, short>(ref data),
        EETypeElementType.UInt16 or EETypeElementType.Char => Unsafe.As<byte, ushort>(ref data),
        EETypeElementType.Int32 => (ulong)Unsafe.As<byte, int>(ref data),
        EETypeElementType.UInt32 => Unsafe.As<byte, uint>(ref data),
        _ => Unsafe.As<byte, ulong>(ref data),
    };

    private static bool IsNegative(ulong bits, EETypeElementType type) => IsSigned(type) && (long)bits < 0;

    private static ReadOnlySpan<char> ToNumberFormat(ReadOnlySpan<char> format, EETypeElementType type)
    {
        if (format.IsEmpty)
            return default;
        if (format.Length == 1)
        {
            switch (format[0] | 0x20)
            {
                case 'g' or 'd' or 'f':
                    return default;
                case 'x':
                    return SizeOf(type) switch { 1 => "X2", 2 => "X4", 4 => "X8", _ => "X16" };
            }
        }

        ThrowHelper.ThrowFormat("Format string can be only \"G\", \"g\", \"X\", \"x\", \"F\", \"f\", \"D\" or \"d\".");
        return default;
    }

    // Without what a negative number was extended by.
    private static ulong Bytes(ulong bits, EETypeElementType type) => bits & (ulong.MaxValue >> (64 - (8 * SizeOf(type))));

    private static int SizeOf(EETypeElementType type) => type switch
    {
        EETypeElementType.SByte or EETypeElementType.Byte or EETypeElementType.Boolean => 1,
        EETypeElementType.Int16 or EETypeElementType.UInt16 or EETypeElementType.Char => 2,
        EETypeElementType.Int32 or EETypeElementType.UInt32 => 4,
        _ => 8,
    };
}
