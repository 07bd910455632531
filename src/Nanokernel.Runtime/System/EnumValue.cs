using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System;

// The number that a value of an enumeration is, without boxing it.
internal static unsafe class EnumValue
{
    internal static bool IsEnum<T>() => MethodTable.Of<T>()->BaseType == MethodTable.Of<Enum>();

    internal static bool IsSigned(EETypeElementType type) =>
        type is EETypeElementType.SByte or EETypeElementType.Int16 or EETypeElementType.Int32 or EETypeElementType.Int64;

    internal static bool IsNegative<T>(ulong bits) => IsSigned(MethodTable.Of<T>()->ElementType) && (long)bits < 0;

    internal static ulong Bits<T>(T value) => Read(ref Unsafe.As<T, byte>(ref value), MethodTable.Of<T>()->ElementType);

    internal static int Compare<T>(T x, T y)
    {
        ulong left = Bits(x);
        ulong right = Bits(y);
        if (IsSigned(MethodTable.Of<T>()->ElementType))
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
}
