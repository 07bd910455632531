namespace RunawayControl;

/// <summary>Controls something every 10 milliseconds. In round 10 its search for a solution does not converge, and never ends.</summary>
[Partition]
internal static partial class Control
{
    private const int SoundRounds = 10;

    private static void Main()
    {
        var round = 0;
        foreach (var time in Clock.Every(TimeSpan.FromMilliseconds(10)))
        {
            if (++round > SoundRounds)
                Console.WriteLine($"control: stuck from {(int)time.TotalMilliseconds} ms on, after {(int)Processor.Time.TotalMicroseconds} microseconds of work");
            Solve(converges: round <= SoundRounds);
        }
    }

    private static void Solve(bool converges)
    {
        var start = Processor.Time;
        while (!converges || Processor.Time - start < TimeSpan.FromMicroseconds(500))
        {
        }
    }
}
