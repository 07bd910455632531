namespace System;

/// <summary>A value or none.</summary>
public struct Nullable<T>
    where T : struct
{
    // The compiler knows the second field by name.
    private readonly bool _hasValue;
    internal readonly T value;

    /// <summary>Creates one with a value.</summary>
    public Nullable(T value)
    {
        this.value = value;
        _hasValue = true;
    }

    /// <summary>Gets whether there is a value.</summary>
    public readonly bool HasValue => _hasValue;

    /// <summary>Gets the value; throws if there is none.</summary>
    public readonly T Value
    {
        get
        {
            if (!_hasValue)
                ThrowHelper.ThrowInvalidOperation("Nullable object must have a value.");
            return value;
        }
    }

    /// <summary>Returns the value, or the default one.</summary>
    public readonly T GetValueOrDefault() => value;

    /// <summary>Returns the value, or the given one.</summary>
    public readonly T GetValueOrDefault(T defaultValue) => _hasValue ? value : defaultValue;

    /// <inheritdoc/>
    public override readonly bool Equals(object? other) => _hasValue ? other is not null && value.Equals(other) : other is null;

    /// <inheritdoc/>
    public override readonly int GetHashCode() => _hasValue ? value.GetHashCode() : 0;

    /// <inheritdoc/>
    public override readonly string? ToString() => _hasValue ? value.ToString() : "";

    /// <summary>Makes a value a nullable one.</summary>
    public static implicit operator T?(T value) => new T?(value);

    /// <summary>Returns the value; throws if there is none.</summary>
    public static explicit operator T(T? value) => value!.Value;
}
