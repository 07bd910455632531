namespace Nanokernel.Runtime.Conformance.Cases;

/// <summary><see cref="TimeSpan"/>.</summary>
public static class Times
{
    /// <summary>Computes the cases.</summary>
    public static void Run()
    {
        Parts();
        Sums();
        Products();
        Texts();
    }

    private static void Parts()
    {
        var time = new TimeSpan(1, 2, 3) + new TimeSpan(4_567_890);
        Report.Value("time.members", time.Days + (time.Hours * 10) + (time.Minutes * 100) + (time.Seconds * 10_000));
        Report.Value("time.total", time.TotalDays + time.TotalHours);
        Report.Value("time.total-small", time.TotalMinutes + time.TotalMilliseconds + time.TotalMicroseconds);
        Report.Value("time.days-off", new TimeSpan(-100, 200, -300).Ticks);
        Report.Value("time.limits", TimeSpan.MaxValue.Ticks + TimeSpan.MinValue.Ticks + TimeSpan.Zero.Ticks);
        Report.Value("time.longest", TimeSpan.FromDays(10_675_199).Ticks + TimeSpan.FromHours(-256_204_778).Ticks);
        Report.Value("time.longest-small", TimeSpan.FromSeconds(922_337_203_685).Ticks + TimeSpan.FromMicroseconds(-922_337_203_685_477_580).Ticks);
        Report.Value("time.units", (TimeSpan.FromMicroseconds(5) + TimeSpan.FromMinutes(-3) + TimeSpan.FromTicks(7)).Ticks);
    }

    private static void Sums()
    {
        var time = Report.Opaque(new TimeSpan(37_234_567_890));
        var day = TimeSpan.FromDays(1);
        Report.Value("time.sums", day.Add(time).Ticks - day.Subtract(time).Ticks + time.Negate().Duration().Ticks + (day - time).Ticks);
        Report.Value("time.greatest-sum", (TimeSpan.MaxValue + TimeSpan.MinValue).Ticks + (TimeSpan.MinValue - TimeSpan.MinValue).Ticks);
        Report.Value("time.order", time < day && time <= day && !(time >= day) && !(time == day) && time.CompareTo(day) < 0 && time != day && day > time);
        Report.Value("time.equals", time.Equals(time) && !time.Equals(day) && time.Equals((object)time) && !time.Equals((object)5));
        Report.Value("time.hash", time.GetHashCode() + (-time).GetHashCode());
    }

    // Up to 2^53 units, to which .NET's floating point is exact.
    private static void Products()
    {
        ReadOnlySpan<long> times = [0, 1, -1, 5, -5, 7, 15, -15, 25, 50, -75, 99, 864_000_000_000, -864_000_000_001, 9_007_199_254_740_991, -9_007_199_254_740_991];
        ReadOnlySpan<long> factors = [1, -1, 2, -2, 3, 4, -4, 7, 10, -50, 1_000_003];
        foreach (var ticks in times)
        {
            var time = TimeSpan.FromTicks(ticks);
            foreach (var factor in factors)
            {
                Report.Value("time.quotient", (time / factor).Ticks);
                if (Math.Abs(ticks) < 1_000_000_000_000)
                    Report.Value("time.product", (time * Math.Clamp(factor, -50, 50)).Ticks);
            }
        }
    }

    private static void Texts()
    {
        var time = Report.Opaque(TimeSpan.FromTicks(12_345_678_901_234));
        Report.Value("time.formats", time.ToString() + " " + time.ToString("c") + " " + time.ToString("t", null) + " " + (-time).ToString("T") + " " + TimeSpan.MinValue.ToString());
        Span<char> text = stackalloc char[32];
        Span<byte> utf8 = stackalloc byte[32];
        Report.Value("time.format", time.TryFormat(text, out var characters) && time.TryFormat(utf8, out var bytes, "c") && characters == bytes);
        Report.Text("time.format-text", text[..characters]);
        Report.Value("time.format-not", time.TryFormat(text[..3], out characters) || characters != 0);
    }
}
