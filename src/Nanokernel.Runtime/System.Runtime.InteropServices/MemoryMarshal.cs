using System.Runtime.CompilerServices;

namespace System.Runtime.InteropServices;

#pragma warning disable CS8500 // Objects never move, so pointers to managed values are as good as references.

/// <summary>Sees memory as other types.</summary>
public static unsafe class MemoryMarshal
{
    /// <summary>Returns a reference to the first element.</summary>
    public static ref T GetReference<T>(Span<T> span) => ref span._reference;

    /// <summary>Returns a reference to the first element.</summary>
    public static ref T GetReference<T>(ReadOnlySpan<T> span) => ref span._reference;

    /// <summary>Returns a reference to the first element.</summary>
    [Intrinsic]
    public static ref T GetArrayDataReference<T>(T[] array) => ref array.GetReference();

    /// <summary>Creates a span over elements from a reference on.</summary>
    public static Span<T> CreateSpan<T>(scoped ref T reference, int length) => new(Unsafe.AsPointer(ref reference), length);

    /// <summary>Creates a span over elements from a reference on.</summary>
    public static ReadOnlySpan<T> CreateReadOnlySpan<T>(scoped ref readonly T reference, int length) => new(Unsafe.AsPointer(in reference), length);

    /// <summary>Returns the bytes of the elements.</summary>
    public static Span<byte> AsBytes<T>(Span<T> span)
        where T : struct => new(ref Unsafe.As<T, byte>(ref span._reference), checked(span.Length * sizeof(T)));

    /// <summary>Returns the bytes of the elements.</summary>
    public static ReadOnlySpan<byte> AsBytes<T>(ReadOnlySpan<T> span)
        where T : struct => new(ref Unsafe.As<T, byte>(ref span._reference), checked(span.Length * sizeof(T)));

    /// <summary>Sees the elements as another type; a rest that is too short is left out.</summary>
    public static Span<TTo> Cast<TFrom, TTo>(Span<TFrom> span)
        where TFrom : struct
        where TTo : struct => new(ref Unsafe.As<TFrom, TTo>(ref span._reference), (int)((long)span.Length * sizeof(TFrom) / sizeof(TTo)));

    /// <summary>Sees the elements as another type; a rest that is too short is left out.</summary>
    public static ReadOnlySpan<TTo> Cast<TFrom, TTo>(ReadOnlySpan<TFrom> span)
        where TFrom : struct
        where TTo : struct => new(ref Unsafe.As<TFrom, TTo>(ref span._reference), (int)((long)span.Length * sizeof(TFrom) / sizeof(TTo)));

    /// <summary>Sees the first bytes as a value.</summary>
    public static ref T AsRef<T>(Span<byte> span)
        where T : struct
    {
        if (span.Length < sizeof(T))
            ThrowHelper.ThrowArgumentOutOfRange("length");
        return ref Unsafe.As<byte, T>(ref span._reference);
    }

    /// <summary>Sees the first bytes as a value.</summary>
    public static ref readonly T AsRef<T>(ReadOnlySpan<byte> span)
        where T : struct
    {
        if (span.Length < sizeof(T))
            ThrowHelper.ThrowArgumentOutOfRange("length");
        return ref Unsafe.As<byte, T>(ref span._reference);
    }

    /// <summary>Reads a value from bytes.</summary>
    public static T Read<T>(ReadOnlySpan<byte> source)
        where T : struct => AsRef<T>(source);

    /// <summary>Reads a value from bytes; returns false if there are too few.</summary>
    public static bool TryRead<T>(ReadOnlySpan<byte> source, out T value)
        where T : struct
    {
        bool fits = source.Length >= sizeof(T);
        value = fits ? Read<T>(source) : default;
        return fits;
    }

    /// <summary>Writes a value as bytes.</summary>
    public static void Write<T>(Span<byte> destination, in T value)
        where T : struct => AsRef<T>(destination) = value;

    /// <summary>Writes a value as bytes; returns false if there is too little room.</summary>
    public static bool TryWrite<T>(Span<byte> destination, in T value)
        where T : struct
    {
        bool fits = destination.Length >= sizeof(T);
        if (fits)
            Write(destination, in value);
        return fits;
    }
}
