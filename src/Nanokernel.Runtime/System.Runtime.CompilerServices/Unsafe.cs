namespace System.Runtime.CompilerServices;

#pragma warning disable CS8500 // Objects never move, so pointers to managed values are as good as references.

/// <summary>Pointer arithmetic and casts that are not checked.</summary>
public static unsafe class Unsafe
{
    /// <summary>Casts a reference without a check.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T As<T>(object? o)
        where T : class? => *(T*)&o;

    /// <summary>Sees a place as another type.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref TTo As<TFrom, TTo>(ref TFrom source)
        where TFrom : allows ref struct
        where TTo : allows ref struct
    {
        fixed (TFrom* pointer = &source)
            return ref *(TTo*)pointer;
    }

    /// <summary>Returns the address of a place.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void* AsPointer<T>(ref readonly T value)
        where T : allows ref struct
    {
        fixed (T* pointer = &value)
            return pointer;
    }

    /// <summary>Makes an address a reference.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T AsRef<T>(void* source)
        where T : allows ref struct => ref *(T*)source;

    /// <summary>Makes a read-only reference a writable one.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T AsRef<T>(scoped ref readonly T source)
        where T : allows ref struct
    {
        fixed (T* pointer = &source)
            return ref *pointer;
    }

    /// <summary>Adds elements to a reference.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Add<T>(ref T source, int elementOffset)
        where T : allows ref struct
    {
        fixed (T* pointer = &source)
            return ref pointer[elementOffset];
    }

    /// <summary>Adds elements to a reference.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Add<T>(ref T source, nint elementOffset)
        where T : allows ref struct
    {
        fixed (T* pointer = &source)
            return ref pointer[elementOffset];
    }

    /// <summary>Adds elements to a reference.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Add<T>(ref T source, nuint elementOffset)
        where T : allows ref struct
    {
        fixed (T* pointer = &source)
            return ref pointer[elementOffset];
    }

    /// <summary>Adds bytes to a reference.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T AddByteOffset<T>(ref T source, nint byteOffset)
        where T : allows ref struct
    {
        fixed (T* pointer = &source)
            return ref *(T*)((byte*)pointer + byteOffset);
    }

    /// <summary>Subtracts elements from a reference.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T Subtract<T>(ref T source, int elementOffset)
        where T : allows ref struct
    {
        fixed (T* pointer = &source)
            return ref *(pointer - elementOffset);
    }

    /// <summary>Returns the bytes from one reference to another.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nint ByteOffset<T>(ref readonly T origin, ref readonly T target)
        where T : allows ref struct => (nint)((byte*)AsPointer(in target) - (byte*)AsPointer(in origin));

    /// <summary>Returns whether two references are the same place.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreSame<T>(ref readonly T left, ref readonly T right)
        where T : allows ref struct => AsPointer(in left) == AsPointer(in right);

    /// <summary>Returns whether a reference lies below another.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsAddressLessThan<T>(ref readonly T left, ref readonly T right)
        where T : allows ref struct => AsPointer(in left) < AsPointer(in right);

    /// <summary>Returns whether a reference lies above another.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsAddressGreaterThan<T>(ref readonly T left, ref readonly T right)
        where T : allows ref struct => AsPointer(in left) > AsPointer(in right);

    /// <summary>Returns the reference to nothing.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T NullRef<T>()
        where T : allows ref struct => ref *(T*)null;

    /// <summary>Returns whether a reference is one to nothing.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNullRef<T>(ref readonly T source)
        where T : allows ref struct => AsPointer(in source) == null;

    /// <summary>Returns the size of a type.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int SizeOf<T>()
        where T : allows ref struct => sizeof(T);

    /// <summary>Leaves a local without a value.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SkipInit<T>(out T value)
        where T : allows ref struct
    {
        fixed (T* pointer = &value)
            return;
    }

    /// <summary>Reads a value at any address.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ReadUnaligned<T>(void* source)
        where T : allows ref struct => *(T*)source;

    /// <summary>Reads a value at any address.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ReadUnaligned<T>(ref readonly byte source)
        where T : allows ref struct => *(T*)AsPointer(in source);

    /// <summary>Writes a value to any address.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteUnaligned<T>(void* destination, T value)
        where T : allows ref struct => *(T*)destination = value;

    /// <summary>Writes a value to any address.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WriteUnaligned<T>(ref byte destination, T value)
        where T : allows ref struct => *(T*)AsPointer(ref destination) = value;

    /// <summary>Sees the bits of a value as another type of the same size.</summary>
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TTo BitCast<TFrom, TTo>(TFrom source)
        where TFrom : allows ref struct
        where TTo : allows ref struct
    {
        if (sizeof(TFrom) != sizeof(TTo))
            ThrowHelper.ThrowInvalidOperation("The types differ in size.");
        return *(TTo*)&source;
    }
}
