using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System.Runtime;

// Boxing. The compiler calls these by name.
internal static unsafe class RuntimeExports
{
    [RuntimeExport("RhBox")]
    internal static object? RhBox(MethodTable* pEEType, ref byte data)
    {
        MethodTable* type = pEEType;
        byte* source = (byte*)Unsafe.AsPointer(ref data);
        if (type->IsNullable)
        {
            if (*source == 0)
                return null;
            source += type->NullableValueOffset;
            type = type->NullableType;
        }

        object box = Heap.AllocateObject(type);
        SpanHelpers.Memmove(ref RawData.Fields(box), ref *source, type->ValueSize);
        return box;
    }

    [RuntimeExport("RhUnbox2")]
    internal static ref byte RhUnbox2(MethodTable* pUnboxToEEType, object obj)
    {
        RhUnboxTypeTest(pUnboxToEEType, obj.m_pEEType);
        return ref RawData.Fields(obj);
    }

    // Enumerations and the integers of their size can be unboxed as each other.
    [RuntimeExport("RhUnboxTypeTest")]
    internal static void RhUnboxTypeTest(MethodTable* pType, MethodTable* pBoxType)
    {
        if (pType != pBoxType && (pType->ElementType != pBoxType->ElementType || pType->ElementType >= EETypeElementType.ValueType))
            ThrowHelper.ThrowInvalidCast();
    }

    [RuntimeExport("RhUnboxNullable")]
    internal static void RhUnboxNullable(ref byte data, MethodTable* pUnboxToEEType, object? obj)
    {
        byte* destination = (byte*)Unsafe.AsPointer(ref data);
        uint offset = pUnboxToEEType->NullableValueOffset;
        uint size = pUnboxToEEType->NullableType->ValueSize;
        if (obj is null)
        {
            SpanHelpers.ClearWithoutReferences(ref data, offset + size);
            return;
        }

        RhUnboxTypeTest(pUnboxToEEType->NullableType, obj.m_pEEType);
        *destination = 1;
        SpanHelpers.Memmove(ref destination[offset], ref RawData.Fields(obj), size);
    }
}
