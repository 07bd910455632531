using System.Runtime.CompilerServices;

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

    private const string TooLong = "TimeSpan overflowed because the duration is too long.";

    private readonly long _ticks;

    /// <summary>Makes an interval of so many units of 100 ns.</summary>
    public TimeSpan(long ticks) => _ticks = ticks;

    /// <summary>Makes an interval of hours, minutes and seconds; throws if it is too long.</summary>
    public TimeSpan(int hours, int minutes, int seconds)
        : this(ToTicks((((hours * 60L) + minutes) * 60L) + seconds, TicksPerSecond))
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

    /// <summary>An interval of microseconds; throws if it is too long.</summary>
    public static TimeSpan FromMicroseconds(long microseconds) => new(ToTicks(microseconds, TicksPerMicrosecond));

    /// <summary>An interval of milliseconds; throws if it is too long.</summary>
    public static TimeSpan FromMilliseconds(long milliseconds) => new(ToTicks(milliseconds, TicksPerMillisecond));

    /// <summary>An interval of seconds; throws if it is too long.</summary>
    public static TimeSpan FromSeconds(long seconds) => new(ToTicks(seconds, TicksPerSecond));

    /// <summary>An interval of minutes; throws if it is too long.</summary>
    public static TimeSpan FromMinutes(long minutes) => new(ToTicks(minutes, TicksPerMinute));

    /// <summary>An interval of hours; throws if it is too long.</summary>
    public static TimeSpan FromHours(int hours) => new(ToTicks(hours, TicksPerHour));

    /// <summary>An interval of days; throws if it is too long.</summary>
    public static TimeSpan FromDays(int days) => new(ToTicks(days, TicksPerDay));

    /// <summary>The sum with another interval; throws if it is too long.</summary>
    public TimeSpan Add(TimeSpan ts) => this + ts;

    /// <summary>The difference from another interval; throws if it is too long.</summary>
    public TimeSpan Subtract(TimeSpan ts) => this - ts;

    /// <summary>The interval without its sign; throws if there is none.</summary>
    public TimeSpan Duration()
    {
        if (_ticks == long.MinValue)
        {
            ThrowHelper.ThrowOverflow(
                "The duration cannot be returned for TimeSpan.MinValue because the absolute value of TimeSpan.MinValue exceeds the value of TimeSpan.MaxValue.");
        }

        return _ticks < 0 ? new(-_ticks) : this;
    }

    /// <summary>The interval with the other sign; throws if there is none.</summary>
    public TimeSpan Negate() => -this;

    /// <inheritdoc />
    public int CompareTo(TimeSpan value) => _ticks < value._ticks ? -1 : _ticks > value._ticks ? 1 : 0;

    /// <inheritdoc />
    public bool Equals(TimeSpan obj) => _ticks == obj._ticks;

    /// <inheritdoc />
    public override bool Equals(object? value) => value is TimeSpan other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => (int)_ticks ^ (int)(_ticks >> 32);

    /// <summary>Adds; throws if the sum is too long.</summary>
    public static TimeSpan operator +(TimeSpan t1, TimeSpan t2)
    {
        long ticks = t1._ticks + t2._ticks;

        // The sum of two of one sign has that sign.
        if (((t1._ticks ^ ticks) & (t2._ticks ^ ticks)) < 0)
            ThrowHelper.ThrowOverflow(TooLong);
        return new(ticks);
    }

    /// <summary>Subtracts; throws if the difference is too long.</summary>
    public static TimeSpan operator -(TimeSpan t1, TimeSpan t2)
    {
        long ticks = t1._ticks - t2._ticks;

        // The difference of two of different signs has the sign of the first.
        if (((t1._ticks ^ t2._ticks) & (t1._ticks ^ ticks)) < 0)
            ThrowHelper.ThrowOverflow(TooLong);
        return new(ticks);
    }

    /// <summary>Changes the sign; throws if there is no such interval.</summary>
    public static TimeSpan operator -(TimeSpan t)
    {
        if (t._ticks == long.MinValue)
            ThrowHelper.ThrowOverflow("Negating the minimum value of a twos complement number is invalid.");
        return new(-t._ticks);
    }

    /// <summary>
    /// Multiplies with a whole number; throws if the product is too long. .NET does so in floating point, which is exact up to 2^53 units,
    /// 28 years; this is exact everywhere.
    /// </summary>
    public static TimeSpan operator *(TimeSpan timeSpan, long factor)
    {
        ulong high = Math.BigMul(Magnitude(timeSpan._ticks), Magnitude(factor), out ulong low);
        bool isNegative = (timeSpan._ticks ^ factor) < 0;
        if (high != 0 || low > (isNegative ? 1ul << 63 : long.MaxValue))
            ThrowHelper.ThrowOverflow(TooLong);
        return new((long)(isNegative ? 0 - low : low));
    }

    /// <summary>
    /// Divides by a whole number and rounds to the nearest unit, a half to the even one; throws if the divisor is 0. .NET does so in
    /// floating point, which is exact up to 2^53 units, 28 years; this is exact everywhere.
    /// </summary>
    public static TimeSpan operator /(TimeSpan timeSpan, long divisor)
    {
        if (divisor == 0)
            ThrowHelper.ThrowOverflow(TooLong);
        if (divisor == -1)
            return -timeSpan;
        long quotient = timeSpan._ticks / divisor;
        ulong twice = Magnitude(timeSpan._ticks - (quotient * divisor)) * 2;
        if (twice > Magnitude(divisor) || (twice == Magnitude(divisor) && (quotient & 1) != 0))
            quotient += (timeSpan._ticks ^ divisor) < 0 ? -1 : 1;
        return new(quotient);
    }

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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long ToTicks(long units, long ticksPerUnit)
    {
        if (units > long.MaxValue / ticksPerUnit || units < long.MinValue / ticksPerUnit)
            ThrowHelper.ThrowArgumentOutOfRange(null, TooLong);
        return units * ticksPerUnit;
    }

    private static ulong Magnitude(long value) => value < 0 ? 0 - (ulong)value : (ulong)value;
}
