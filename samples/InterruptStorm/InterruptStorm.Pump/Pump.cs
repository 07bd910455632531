namespace InterruptStorm;

/// <summary>Works in time with the clock, and is to notice nothing of what goes wrong beside it.</summary>
[Partition]
internal static partial class Pump
{
    private const int Strokes = 200;

    private static void Main()
    {
        var strokes = 0;
        var latest = TimeSpan.Zero;
        foreach (var time in Clock.Every(TimeSpan.FromMilliseconds(1)))
        {
            var late = Clock.Now - time;
            if (late > latest)
                latest = late;
            if (++strokes == Strokes)
                break;
        }

        Console.WriteLine($"pump: {strokes} strokes, the latest {(int)latest.TotalMicroseconds} microseconds late");
        Machine.EndSystem(0);
    }
}
