namespace CyclicFrame;

/// <summary>Filters a noisy angle every 5 milliseconds, in floating point, and watches how punctual it is.</summary>
[Partition]
internal static partial class Attitude
{
    private const int Steps = 100;
    private const double Angle = 0.5;
    private const double Gain = 0.05;

    private static uint s_noise = 1;

    private static void Main()
    {
        var (steps, estimate, latest) = (0, 0.0, TimeSpan.Zero);
        foreach (var time in Clock.Every(TimeSpan.FromMilliseconds(5)))
        {
            var late = Clock.Now - time;
            if (late > latest)
                latest = late;
            estimate += Gain * (Measure() - estimate);
            if (++steps == Steps)
                break;
        }

        Console.WriteLine($"{steps} steps, the latest {(int)latest.TotalMicroseconds} microseconds late, the angle {estimate:F3}");
        Machine.EndSystem(0);
    }

    /// <summary>The angle with an error of up to a tenth: a linear congruential generator stands for the sensor.</summary>
    private static double Measure()
    {
        s_noise = (s_noise * 1_664_525) + 1_013_904_223;
        return Angle + (((s_noise / (double)uint.MaxValue) - 0.5) / 5);
    }
}
