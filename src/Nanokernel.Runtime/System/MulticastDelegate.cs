using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System;

/// <summary>The base of delegates that call several methods.</summary>
public abstract unsafe class MulticastDelegate : Delegate
{
    // Which of its thunks GetThunk returns; the compiler numbers them so.
    private const int MulticastThunk = 0;

    private protected MulticastDelegate()
    {
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj)
    {
        if ((object?)this == obj)
            return true;
        if (obj is not MulticastDelegate other || other.m_pEEType != m_pEEType)
            return false;
        if (_helperObject is Wrapper[] || other._helperObject is Wrapper[])
            return ListsEqual(this, other);
        if (_functionPointer != other._functionPointer || _extraFunctionPointerOrData != other._extraFunctionPointerOrData
            || _helperObject != other._helperObject)
            return false;

        // Delegates to static methods have themselves as first parameter.
        return _firstParameter == other._firstParameter || (_firstParameter == (object)this && other._firstParameter == (object)other);
    }

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();

    internal static MulticastDelegate CombineLists(MulticastDelegate a, MulticastDelegate b)
    {
        if (a.m_pEEType != b.m_pEEType)
            ThrowHelper.ThrowArgument("Delegates must be of the same type.");
        Delegate[] list = new Delegate[a.CallCount + b.CallCount];
        a.CopyCalls(list, 0);
        b.CopyCalls(list, a.CallCount);
        return a.Create(list);
    }

    internal static MulticastDelegate? RemoveFromList(MulticastDelegate source, MulticastDelegate value)
    {
        int removed = value.CallCount;
        Delegate[] calls = new Delegate[source.CallCount];
        source.CopyCalls(calls, 0);
        Delegate[] sought = new Delegate[removed];
        value.CopyCalls(sought, 0);
        for (int start = calls.Length - removed; start >= 0; start--)
        {
            if (!RangeEquals(calls, start, sought))
                continue;
            int rest = calls.Length - removed;
            if (rest == 0)
                return null;
            Delegate[] kept = new Delegate[rest];
            for (int i = 0; i < rest; i++)
                kept[i] = calls[i < start ? i : i + removed];
            return rest == 1 ? (MulticastDelegate)kept[0] : source.Create(kept);
        }

        return source;
    }

    private int CallCount => _helperObject is Wrapper[] ? (int)_extraFunctionPointerOrData : 1;

    private void CopyCalls(Delegate[] list, int index)
    {
        if (_helperObject is not Wrapper[] calls)
        {
            list[index] = this;
            return;
        }

        for (int i = 0; i < (int)_extraFunctionPointerOrData; i++)
            list[index + i] = calls[i].Value;
    }

    // The thunk calls the delegates of the list that _helperObject holds, as many as _extraFunctionPointerOrData says.
    private MulticastDelegate Create(Delegate[] list)
    {
        MulticastDelegate result = Unsafe.As<MulticastDelegate>(Runtime.Heap.AllocateObject(m_pEEType));
        result._functionPointer = GetThunk(MulticastThunk);
        result._firstParameter = result;
        Wrapper[] calls = new Wrapper[list.Length];
        for (int i = 0; i < list.Length; i++)
            calls[i].Value = list[i];
        result._helperObject = calls;
        result._extraFunctionPointerOrData = list.Length;
        return result;
    }

    private static bool ListsEqual(MulticastDelegate a, MulticastDelegate b)
    {
        if (a.CallCount != b.CallCount)
            return false;
        Delegate[] left = new Delegate[a.CallCount];
        Delegate[] right = new Delegate[b.CallCount];
        a.CopyCalls(left, 0);
        b.CopyCalls(right, 0);
        return RangeEquals(left, 0, right);
    }

    private static bool RangeEquals(Delegate[] calls, int start, Delegate[] sought)
    {
        for (int i = 0; i < sought.Length; i++)
        {
            if (!calls[start + i].Equals(sought[i]))
                return false;
        }

        return true;
    }
}
