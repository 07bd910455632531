using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System.Runtime;

// The compiler calls these by name for casts and for stores into arrays of references.
internal static unsafe class TypeCast
{
    internal static object? IsInstanceOfAny(MethodTable* pTargetType, object? obj) =>
        obj is not null && IsAssignable(obj.m_pEEType, pTargetType) ? obj : null;

    internal static object? IsInstanceOfInterface(MethodTable* pTargetType, object? obj) =>
        obj is not null && Implements(obj.m_pEEType, pTargetType) ? obj : null;

    internal static object? IsInstanceOfClass(MethodTable* pTargetType, object? obj) =>
        obj is not null && Extends(obj.m_pEEType, pTargetType) ? obj : null;

    internal static bool IsInstanceOfException(MethodTable* pTargetType, object? obj) =>
        obj is not null && Extends(obj.m_pEEType, pTargetType);

    internal static object? CheckCastAny(MethodTable* pTargetType, object? obj)
    {
        if (obj is not null && !IsAssignable(obj.m_pEEType, pTargetType))
            ThrowHelper.ThrowInvalidCast();
        return obj;
    }

    internal static object? CheckCastInterface(MethodTable* pTargetType, object? obj)
    {
        if (obj is not null && !Implements(obj.m_pEEType, pTargetType))
            ThrowHelper.ThrowInvalidCast();
        return obj;
    }

    internal static object? CheckCastClass(MethodTable* pTargetType, object? obj)
    {
        if (obj is not null && !Extends(obj.m_pEEType, pTargetType))
            ThrowHelper.ThrowInvalidCast();
        return obj;
    }

    internal static object? CheckCastClassSpecial(MethodTable* pTargetType, object? obj) => CheckCastClass(pTargetType, obj);

    internal static void StelemRef(object?[] array, nint index, object? obj)
    {
        if ((nuint)index >= (nuint)array.Length)
            ThrowHelper.ThrowIndexOutOfRange();
        if (obj is not null && !IsAssignable(obj.m_pEEType, array.m_pEEType->ParameterType))
            throw new ArrayTypeMismatchException();
        Unsafe.Add(ref array.GetReference(), index) = obj;
    }

    internal static ref object? LdelemaRef(object?[] array, nint index, MethodTable* elementType)
    {
        if ((nuint)index >= (nuint)array.Length)
            ThrowHelper.ThrowIndexOutOfRange();
        if (array.m_pEEType->ParameterType != elementType)
            throw new ArrayTypeMismatchException();
        return ref Unsafe.Add(ref array.GetReference(), index);
    }

    // Whether an interface is another one with arguments that its variance allows, such as IEnumerable<string> for IEnumerable<object>.
    internal static bool IsVariantOf(MethodTable* type, MethodTable* target)
    {
        if (!target->HasVariance || !type->HasVariance || type->GenericDefinition != target->GenericDefinition)
            return false;
        MethodTable* definition = target->GenericDefinition;
        for (int i = 0; i < definition->GenericParameterCount; i++)
        {
            MethodTable* argument = type->GenericArgument(i);
            MethodTable* wanted = target->GenericArgument(i);
            if (argument == wanted)
                continue;
            if (argument->IsValueType || wanted->IsValueType)
                return false;
            bool matches = definition->GenericVariance(i) switch
            {
                1 => IsAssignable(argument, wanted),
                2 => IsAssignable(wanted, argument),
                _ => false,
            };
            if (!matches)
                return false;
        }

        return true;
    }

    private static bool IsAssignable(MethodTable* type, MethodTable* target)
    {
        if (type == target)
            return true;
        if (target->IsInterface)
            return Implements(type, target);
        if (!target->IsArray)
            return Extends(type, target) || IsVariantOf(type, target);
        return type->ElementType == target->ElementType && type->BaseSize == target->BaseSize
            && AreElementsAssignable(type->ParameterType, target->ParameterType);
    }

    // Arrays of references convert as their elements do, arrays of integers if only the sign differs.
    private static bool AreElementsAssignable(MethodTable* element, MethodTable* target)
    {
        if (element == target)
            return true;
        if (!element->IsValueType && !target->IsValueType)
            return IsAssignable(element, target);
        return element->IsValueType && target->IsValueType && element->IsInteger && target->IsInteger
            && element->UnsignedElementType == target->UnsignedElementType;
    }

    private static bool Extends(MethodTable* type, MethodTable* target)
    {
        if (type->IsArray)
            return target == MethodTable.Of<object>() || target == MethodTable.Of<Array>() || type == target;
        for (MethodTable* current = type; current != null; current = current->BaseType)
        {
            if (current == target)
                return true;
        }

        return type->IsInterface && target == MethodTable.Of<object>();
    }

    private static bool Implements(MethodTable* type, MethodTable* target)
    {
        if (type == target)
            return true;
        for (int i = 0; i < type->InterfaceCount; i++)
        {
            if (type->Interfaces[i] == target)
                return true;
        }

        if (!target->HasVariance)
            return false;
        for (int i = 0; i < type->InterfaceCount; i++)
        {
            if (IsVariantOf(type->Interfaces[i], target))
                return true;
        }

        return IsVariantOf(type, target);
    }
}
