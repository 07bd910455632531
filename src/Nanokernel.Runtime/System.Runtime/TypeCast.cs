using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System.Runtime;

// The compiler calls these by name for casts and for stores into arrays of references.
internal static unsafe class TypeCast
{
    internal static object? IsInstanceOfAny(MethodTable* pTargetType, object? obj) => null;

    internal static object? IsInstanceOfInterface(MethodTable* pTargetType, object? obj) => null;

    internal static object? IsInstanceOfClass(MethodTable* pTargetType, object? obj) => null;

    internal static bool IsInstanceOfException(MethodTable* pTargetType, object? obj) => false;

    internal static object? CheckCastAny(MethodTable* pTargetType, object? obj) => obj;

    internal static object? CheckCastInterface(MethodTable* pTargetType, object? obj) => obj;

    internal static object? CheckCastClass(MethodTable* pTargetType, object? obj) => obj;

    internal static object? CheckCastClassSpecial(MethodTable* pTargetType, object? obj) => obj;

    internal static void StelemRef(object?[] array, nint index, object? obj) => Unsafe.Add(ref array.GetReference(), (int)index) = obj;

    internal static ref object? LdelemaRef(object?[] array, nint index, MethodTable* elementType) =>
        ref Unsafe.Add(ref array.GetReference(), (int)index);
}
