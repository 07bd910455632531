namespace Template_Plant;

/// <summary>Keeps the level of a tank: runs every 10 ms, before anything else, and reports what it measures.</summary>
[Partition]
internal static partial class Control
{
    private const int Low = 400;
    private const int High = 600;

    [Sends("telemetry")]
    private static partial Sender<Sample> Telemetry { get; }

    private static void Main()
    {
        var level = Low;
        var filling = true;
        foreach (var time in Clock.Every(TimeSpan.FromMilliseconds(10)))
        {
            level += filling ? 7 : -5;
            if (level >= High)
                filling = false;
            else if (level <= Low)
                filling = true;

            // Control never waits for monitor: a full queue loses a sample, not the tank.
            Telemetry.TrySend(new Sample(time, level));
        }
    }
}
