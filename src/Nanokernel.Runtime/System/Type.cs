using System.Runtime.CompilerServices;

namespace System;

/// <summary>Stands for a type. There is no reflection: types can be compared, and that is all.</summary>
public abstract class Type
{
    /// <summary>Gets the handle of the type.</summary>
    public abstract RuntimeTypeHandle TypeHandle { get; }

    /// <summary>Returns the type of a handle.</summary>
    [Intrinsic]
    public static Type GetTypeFromHandle(RuntimeTypeHandle handle) => new RuntimeType(handle._value);

    /// <summary>Returns whether two types are the same.</summary>
    [Intrinsic]
    public static bool operator ==(Type? left, Type? right) =>
        (object?)left == right || (left is not null && right is not null && left.TypeHandle._value == right.TypeHandle._value);

    /// <summary>Returns whether two types are different.</summary>
    [Intrinsic]
    public static bool operator !=(Type? left, Type? right) => !(left == right);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Type other && this == other;

    /// <inheritdoc/>
    public override int GetHashCode() => (int)TypeHandle._value;
}
