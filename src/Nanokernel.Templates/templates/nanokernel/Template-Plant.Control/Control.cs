namespace Template_Plant;

/// <summary>Keeps the level of a tank: runs every 10 ms, before anything else, and reports what it measures.</summary>
[Partition]
internal static partial class Control
{
    private const int Low = 400;
    private const int High = 600;

    [Sends("telemetry")]
    private static partial Sender<Sample> Telemetry { get; }

    [Posts("full")]
    private static partial EventPoster Full { get; }

    [Persistent("starts")]
    private static partial PersistentMemory<int> Starts { get; }

    private static void Main()
    {
        Starts.Value++;
        Starts.Commit();
        Console.WriteLine($"control: start {Starts.Value}");

        var level = Low;
        var filling = true;
        foreach (var time in Clock.Every(TimeSpan.FromMilliseconds(10)))
        {
            level += filling ? 7 : -5;
            if (level >= High)
            {
                filling = false;
                Full.Post();
            }
            else if (level <= Low)
            {
                filling = true;
            }

            Telemetry.Send(new Sample(time, level));
        }
    }
}
