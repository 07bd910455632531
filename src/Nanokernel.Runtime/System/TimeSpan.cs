namespace System;

/// <summary>A time interval in units of 100 ns.</summary>
public readonly partial struct TimeSpan : IComparable<TimeSpan>, IEquatable<TimeSpan>
{
    /// <summary>The units of 100 ns in a microsecond.</summary>
    public const long TicksPerMicrosecond = 10;

    /// <summary>The units of 100 ns in a millisecond.</summary>
    public const long TicksPerMillisecond = 10_000;

    /// <summary>The units of 100 ns in a second.</summary>
    public const long TicksPerSecond = 10_000_000;

    /// <summary>The units of 100 ns in a minute.</summary>
    public const long TicksPerMinute = 60 * TicksPerSecond;

    /// <summary>The units of 100 ns in an hour.</summary>
    public const long TicksPerHour = 60 * TicksPerMinute;

    /// <summary>The units of 100 ns in a day.</summary>
    public const long TicksPerDay = 24 * TicksPerHour;

    /// <summary>The longest interval.</summary>
    public static readonly TimeSpan MaxValue = new(long.MaxValue);

    /// <summary>The shortest interval.</summary>
    public static readonly TimeSpan MinValue = new(long.MinValue);

    /// <summary>No time.</summary>
    public static readonly TimeSpan Zero = new(0);

    private readonly long _ticks;

    /// <summary>Makes an interval of so many units of 100 ns.</summary>
    public TimeSpan(long ticks) => _ticks = ticks;

    /// <summary>Makes an interval of hours, minutes and seconds.</summary>
    public TimeSpan(int hours, int minutes, int seconds)
        : this((((hours * 60L) + minutes) * 60L + seconds) * TicksPerSecond)
    {
    }

    /// <summary>The interval in units of 100 ns.</summary>
    public long Ticks => _ticks;

    /// <summary>The whole days.</summary>
    public int Days => (int)(_ticks / TicksPerDay);

    /// <summary>The hours without days.</summary>
    public int Hours => (int)(_ticks / TicksPerHour % 24);

    /// <summary>The minutes without hours.</summary>
    public int Minutes => (int)(_ticks / TicksPerMinute % 60);

    /// <summary>The seconds without minutes.</summary>
    public int Seconds => (int)(_ticks / TicksPerSecond % 60);

    /// <summary>The milliseconds without seconds.</summary>
    public int Milliseconds => (int)(_ticks / TicksPerMillisecond % 1000);

    /// <summary>The interval in days.</summary>
    public double TotalDays => (double)_ticks / TicksPerDay;

    /// <summary>The interval in hours.</summary>
    public double TotalHours => (double)_ticks / TicksPerHour;

    /// <summary>The interval in minutes.</summary>
    public double TotalMinutes => (double)_ticks / TicksPerMinute;

    /// <summary>The interval in seconds.</summary>
    public double TotalSeconds => (double)_ticks / TicksPerSecond;

    /// <summary>The interval in milliseconds.</summary>
    public double TotalMilliseconds => (double)_ticks / TicksPerMillisecond;

    /// <summary>The interval in microseconds.</summary>
    public double TotalMicroseconds => (double)_ticks / TicksPerMicrosecond;

    /// <summary>An interval of so many units of 100 ns.</summary>
    public static TimeSpan FromTicks(long value) => new(value);

    /// <summary>An interval of microseconds.</summary>
    public static TimeSpan FromMicroseconds(long microseconds) => new(microseconds * TicksPerMicrosecond);

    /// <summary>An interval of milliseconds.</summary>
    public static TimeSpan FromMilliseconds(long milliseconds) => new(milliseconds * TicksPerMillisecond);

    /// <summary>An interval of seconds.</summary>
    public static TimeSpan FromSeconds(long seconds) => new(seconds * TicksPerSecond);

    /// <summary>An interval of minutes.</summary>
    public static TimeSpan FromMinutes(long minutes) => new(minutes * TicksPerMinute);

    /// <summary>An interval of hours.</summary>
    public static TimeSpan FromHours(int hours) => new(hours * TicksPerHour);

    /// <summary>An interval of days.</summary>
    public static TimeSpan FromDays(int days) => new(days * TicksPerDay);

    /// <summary>The sum with another interval.</summary>
    public TimeSpan Add(TimeSpan ts) => new(_ticks + ts._ticks);

    /// <summary>The difference from another interval.</summary>
    public TimeSpan Subtract(TimeSpan ts) => new(_ticks - ts._ticks);

    /// <summary>The interval without its sign.</summary>
    public TimeSpan Duration() => _ticks < 0 ? new(-_ticks) : this;

    /// <summary>The interval with the other sign.</summary>
    public TimeSpan Negate() => new(-_ticks);

    /// <inheritdoc />
    public int CompareTo(TimeSpan value) => _ticks < value._ticks ? -1 : _ticks > value._ticks ? 1 : 0;

    /// <inheritdoc />
    public bool Equals(TimeSpan obj) => _ticks == obj._ticks;

    /// <inheritdoc />
    public override bool Equals(object? value) => value is TimeSpan other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => (int)_ticks ^ (int)(_ticks >> 32);

    /// <summary>Adds.</summary>
    public static TimeSpan operator +(TimeSpan t1, TimeSpan t2) => new(t1._ticks + t2._ticks);

    /// <summary>Subtracts.</summary>
    public static TimeSpan operator -(TimeSpan t1, TimeSpan t2) => new(t1._ticks - t2._ticks);

    /// <summary>Changes the sign.</summary>
    public static TimeSpan operator -(TimeSpan t) => new(-t._ticks);

    /// <summary>Multiplies with a whole number.</summary>
    public static TimeSpan operator *(TimeSpan timeSpan, long factor) => new(timeSpan._ticks * factor);

    /// <summary>Divides by a whole number.</summary>
    public static TimeSpan operator /(TimeSpan timeSpan, long divisor) => new(timeSpan._ticks / divisor);

    /// <summary>Compares.</summary>
    public static bool operator ==(TimeSpan t1, TimeSpan t2) => t1._ticks == t2._ticks;

    /// <summary>Compares.</summary>
    public static bool operator !=(TimeSpan t1, TimeSpan t2) => t1._ticks != t2._ticks;

    /// <summary>Compares.</summary>
    public static bool operator <(TimeSpan t1, TimeSpan t2) => t1._ticks < t2._ticks;

    /// <summary>Compares.</summary>
    public static bool operator <=(TimeSpan t1, TimeSpan t2) => t1._ticks <= t2._ticks;

    /// <summary>Compares.</summary>
    public static bool operator >(TimeSpan t1, TimeSpan t2) => t1._ticks > t2._ticks;

    /// <summary>Compares.</summary>
    public static bool operator >=(TimeSpan t1, TimeSpan t2) => t1._ticks >= t2._ticks;
}
