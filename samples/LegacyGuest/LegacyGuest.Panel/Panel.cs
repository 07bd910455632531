// Feeds the filter, which is in C, and shows what comes back.
[Partition]
static partial class Panel
{
    private const int Rounds = 32;

    [Sends("readings")]
    private static partial Sender<Reading> Readings { get; }

    [Receives("filtered")]
    private static partial Receiver<Filtered> Results { get; }

    [Awaits("alarm")]
    private static partial EventWaiter Alarm { get; }

    private static void Main()
    {
        for (var round = 1; round <= Rounds; round++)
        {
            Clock.Sleep(TimeSpan.FromMilliseconds(10));
            Readings.Send(new Reading { Level = 40 * round });
            if (!Results.Receive(out var result))
                break;
            if (Alarm.TryWait())
            {
                Console.WriteLine($"alarm: level {result.Level} after {result.Readings} readings of run {result.Run}");
                break;
            }

            if (result.Readings % 8 == 0)
                Console.WriteLine($"level {result.Level} after {result.Readings} readings");
        }
    }
}

/// <summary>What the filter takes; <c>struct reading</c> in C.</summary>
public struct Reading
{
    /// <summary>The level.</summary>
    public int Level;
}

/// <summary>What it makes of that; <c>struct filtered</c> in C.</summary>
public struct Filtered
{
    /// <summary>The mean of the latest eight levels.</summary>
    public int Level;

    /// <summary>How many there were in this run.</summary>
    public uint Readings;

    /// <summary>Which run of the filter this is: the number outlives a reset.</summary>
    public uint Run;
}
