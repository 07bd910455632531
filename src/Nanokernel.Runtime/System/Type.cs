using System.Runtime.CompilerServices;
using System.Threading;
using Internal.Runtime;

namespace System;

/// <summary>Stands for a type. There is no reflection: types can be compared, and that is all.</summary>
public abstract class Type
{
    /// <summary>Gets the handle of the type.</summary>
    public abstract RuntimeTypeHandle TypeHandle { get; }

    /// <summary>Returns the type of a handle.</summary>
    [Intrinsic]
    public static unsafe Type GetTypeFromHandle(RuntimeTypeHandle handle)
    {
        // One for each type: the compiler makes a comparison of types one of references.
        ref Type? known = ref ((MethodTable*)handle._value)->TypeObject;
        if (known is not null)
            return known;
        RuntimeType created = new(handle._value);
        return Interlocked.CompareExchange(ref known, created, null) ?? created;
    }

    /// <summary>Returns whether two types are the same.</summary>
    [Intrinsic]
    public static bool operator ==(Type? left, Type? right) => (object?)left == right;

    /// <summary>Returns whether two types are different.</summary>
    [Intrinsic]
    public static bool operator !=(Type? left, Type? right) => !(left == right);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Type other && this == other;

    /// <inheritdoc/>
    public override int GetHashCode() => (int)TypeHandle._value;
}
