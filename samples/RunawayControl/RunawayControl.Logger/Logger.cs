namespace RunawayControl;

/// <summary>Computes without a pause, and says what share of the processor it gets: two of these run at one priority.</summary>
[Partition]
internal static partial class Logger
{
    private static void Main()
    {
        // Before the control loop is stuck and after; both begin in the middle of a round.
        Measure("while control works", TimeSpan.FromMilliseconds(35));
        Measure("while control is stuck", TimeSpan.FromMilliseconds(155));
        Clock.SleepUntil(TimeSpan.FromMilliseconds(240));
        Console.WriteLine($"nobody ran for {(int)Processor.IdleTime.TotalMilliseconds} ms");
        Machine.EndSystem(0);
    }

    private static void Measure(string when, TimeSpan start)
    {
        while (Clock.Now < start)
        {
        }

        var before = Processor.Time;
        var time = TimeSpan.FromMilliseconds(60);
        while (Clock.Now < start + time)
        {
        }

        Console.WriteLine($"{when}: {(int)((Processor.Time - before).Ticks * 1000 / time.Ticks)} of 1000");
    }
}
