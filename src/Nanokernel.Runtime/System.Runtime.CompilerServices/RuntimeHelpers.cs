using Internal.Runtime;

namespace System.Runtime.CompilerServices;

/// <summary>What the C# compiler asks of the runtime.</summary>
public static unsafe class RuntimeHelpers
{
    /// <summary>Returns the constant data of a field as a span.</summary>
    [Intrinsic]
    public static ReadOnlySpan<T> CreateSpan<T>(RuntimeFieldHandle fldHandle) => throw new NotSupportedException();

    /// <summary>Fills an array with the constant data of a field.</summary>
    [Intrinsic]
    public static void InitializeArray(Array array, RuntimeFieldHandle fldHandle) => throw new NotSupportedException();

    /// <summary>Returns whether a type is a reference or holds one.</summary>
    [Intrinsic]
    public static bool IsReferenceOrContainsReferences<T>()
        where T : allows ref struct => true;

    /// <summary>Returns a hash code of the object's identity.</summary>
    public static int GetHashCode(object? o) => (int)*(nint*)Unsafe.AsPointer(ref o) >> 2;

    /// <summary>Returns a part of an array as a new array.</summary>
    public static T[] GetSubArray<T>(T[] array, Range range)
    {
        (int offset, int length) = range.GetOffsetAndLength(array.Length);
        T[] part = new T[length];
        new ReadOnlySpan<T>(array, offset, length).CopyTo(part);
        return part;
    }

    /// <summary>Makes sure that there is stack left; here nothing, as a guard page catches what overflows.</summary>
    public static void EnsureSufficientExecutionStack()
    {
    }
}
