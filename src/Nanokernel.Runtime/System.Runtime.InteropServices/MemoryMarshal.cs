using System.Runtime.CompilerServices;

namespace System.Runtime.InteropServices;

/// <summary>Turns references, spans and bytes into one another.</summary>
public static unsafe class MemoryMarshal
{
    /// <summary>A span over what follows a reference; the caller vouches for the length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<T> CreateSpan<T>(scoped ref T reference, int length) => new(Unsafe.AsPointer(ref reference), length);

    /// <summary>A span over what follows a reference; the caller vouches for the length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<T> CreateReadOnlySpan<T>(scoped ref readonly T reference, int length) =>
        new(Unsafe.AsPointer(in reference), length);

    /// <summary>The reference of a span's first element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T GetReference<T>(Span<T> span) => ref span._reference;

    /// <summary>The reference of a span's first element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T GetReference<T>(ReadOnlySpan<T> span) => ref span._reference;
}
