using System.Globalization;

namespace Nanokernel.Checking.Rules;

/// <summary>Lengths of time in messages.</summary>
internal static class Duration
{
    /// <summary>In whole milliseconds where that is exact, otherwise in microseconds.</summary>
    internal static string Format(TimeSpan time) => time.Ticks % TimeSpan.TicksPerMillisecond == 0
        ? (time.Ticks / TimeSpan.TicksPerMillisecond).ToString(CultureInfo.InvariantCulture) + " ms"
        : (time.Ticks / (TimeSpan.TicksPerMillisecond / 1000m)).ToString("0.#", CultureInfo.InvariantCulture) + " us";
}
