using System;

namespace Nanokernel;

/// <summary>What came of a call that returns a value.</summary>
/// <typeparam name="T">The value.</typeparam>
/// <param name="status">How the call ended.</param>
/// <param name="value">What the server returned, if it is completed.</param>
public readonly struct CallResult<T>(CallStatus status, T value)
    where T : unmanaged
{
    private readonly T _value = value;

    /// <summary>How the call ended.</summary>
    public CallStatus Status { get; } = status;

    /// <summary>Whether the server has done what was asked for.</summary>
    public bool IsCompleted => Status == CallStatus.Completed;

    /// <summary>What the server returned.</summary>
    /// <exception cref="InvalidOperationException">The call is not completed. It ends the partition.</exception>
    public T Value => IsCompleted ? _value : throw new InvalidOperationException("The call was not completed, so it has no value.");

    /// <summary>What the server returned, if the call is completed.</summary>
    /// <param name="value">The value, or zeros.</param>
    /// <returns>Whether the call is completed.</returns>
    public bool TryGetValue(out T value)
    {
        value = IsCompleted ? _value : default;
        return IsCompleted;
    }
}
