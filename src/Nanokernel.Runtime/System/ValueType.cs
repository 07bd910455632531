using System.Runtime;
using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System;

/// <summary>The base of every struct. Structs compare field by field unless they say otherwise.</summary>
public abstract unsafe class ValueType
{
    // Asks for the number of fields, and is the answer when the bytes can be compared as they are.
    private const int NumberOfFields = -1;
    private const int CompareBytes = -1;

    /// <inheritdoc/>
    public override bool Equals(object? obj)
    {
        if (obj is null || obj.m_pEEType != m_pEEType)
            return false;
        ref byte left = ref RawData.Fields(this);
        ref byte right = ref RawData.Fields(obj);
        int count = __GetFieldHelper(NumberOfFields, out _);
        if (count == CompareBytes)
        {
            int size = (int)m_pEEType->ValueSize;
            return new ReadOnlySpan<byte>(ref left, size).SequenceEqual(new ReadOnlySpan<byte>(ref right, size));
        }

        for (int i = 0; i < count; i++)
        {
            int offset = __GetFieldHelper(i, out MethodTable* type);
            if (!Equals(Field(ref left, offset, type), Field(ref right, offset, type)))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        ref byte fields = ref RawData.Fields(this);
        int count = __GetFieldHelper(NumberOfFields, out _);
        if (count == CompareBytes)
        {
            for (uint i = 0; i < m_pEEType->ValueSize; i++)
                hash.AddHash(Unsafe.Add(ref fields, i));
        }

        for (int i = 0; i < count; i++)
        {
            int offset = __GetFieldHelper(i, out MethodTable* type);
            hash.AddHash(Field(ref fields, offset, type)?.GetHashCode() ?? 0);
        }

        return hash.ToHashCode();
    }

    // The compiler overrides it for each struct: it returns where a field lies and what type it has.
    internal virtual int __GetFieldHelper(int index, out MethodTable* mt)
    {
        mt = null;
        return CompareBytes;
    }

    // The value of a field as an object.
    private static object? Field(ref byte fields, int offset, MethodTable* type)
    {
        ref byte field = ref Unsafe.Add(ref fields, offset);
        return type->IsValueType || type->IsNullable ? RuntimeExports.RhBox(type, ref field) : Unsafe.As<byte, object?>(ref field);
    }
}
