namespace Watchdog;

/// <summary>Works every millisecond, and says once in half a second how late it has been at most.</summary>
[Partition]
internal static partial class Ticker
{
    private const int Ticks = 500;

    private static void Main()
    {
        var ticks = 0;
        var worst = TimeSpan.Zero;
        foreach (var time in Clock.Every(TimeSpan.FromMilliseconds(1)))
        {
            var late = Clock.Now - time;
            worst = late > worst ? late : worst;
            if (++ticks % Ticks != 0)
                continue;
            Console.WriteLine($"{ticks} ticks, at most {(int)worst.TotalMicroseconds} microseconds late");
            worst = TimeSpan.Zero;
        }
    }
}
