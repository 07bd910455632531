using System.Globalization;

namespace Nanokernel;

/// <summary>How urgent a partition is: of the partitions that are ready, one with the highest value runs.</summary>
/// <param name="Value">0 (least urgent) to 255 (most urgent).</param>
public readonly record struct Priority(byte Value) : IComparable<Priority>
{
    /// <summary>16: runs when nothing else does.</summary>
    public static Priority Background => new(16);

    /// <summary>64: what a partition has that states nothing.</summary>
    public static Priority Normal => new(64);

    /// <summary>128: ahead of ordinary work.</summary>
    public static Priority High => new(128);

    /// <summary>192: answers within microseconds; gives the processor back by waiting.</summary>
    public static Priority RealTime => new(192);

    /// <inheritdoc />
    public int CompareTo(Priority other) => Value.CompareTo(other.Value);

    /// <summary>Whether one priority is less urgent than another.</summary>
    public static bool operator <(Priority left, Priority right) => left.Value < right.Value;

    /// <summary>Whether one priority is more urgent than another.</summary>
    public static bool operator >(Priority left, Priority right) => left.Value > right.Value;

    /// <summary>Whether one priority is at most as urgent as another.</summary>
    public static bool operator <=(Priority left, Priority right) => left.Value <= right.Value;

    /// <summary>Whether one priority is at least as urgent as another.</summary>
    public static bool operator >=(Priority left, Priority right) => left.Value >= right.Value;

    /// <summary>The value, with the level's name where it has one: <c>192 (RealTime)</c>.</summary>
    public override string ToString() => Value switch
    {
        16 => "16 (Background)",
        64 => "64 (Normal)",
        128 => "128 (High)",
        192 => "192 (RealTime)",
        _ => Value.ToString(CultureInfo.InvariantCulture),
    };
}
