namespace Template_Plant;

/// <summary>Shows every tenth sample on COM1, and ends the system after ten of them.</summary>
[Partition]
internal static partial class Monitor
{
    private const int Reports = 10;
    private const int SamplesPerReport = 10;

    [Receives("telemetry")]
    private static partial Receiver<Sample> Telemetry { get; }

    [Awaits("full")]
    private static partial EventWaiter Full { get; }

    private static void Main()
    {
        Console.WriteLine("monitor: waiting for control");
        for (var samples = 1; samples <= Reports * SamplesPerReport && Telemetry.Receive(out var sample); samples++)
        {
            if (Full.TryWait())
                Console.WriteLine("monitor: the tank is full");
            if (samples % SamplesPerReport == 0)
                Console.WriteLine($"monitor: {samples / SamplesPerReport} at {sample.Time.Ticks / TimeSpan.TicksPerMillisecond} ms: level {sample.Level} mm");
        }

        Console.WriteLine("monitor: done");
        Machine.EndSystem(0);
    }
}
