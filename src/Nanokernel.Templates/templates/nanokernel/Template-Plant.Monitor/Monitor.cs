namespace Template_Plant;

/// <summary>Shows every tenth sample on COM1, and ends the system after ten of them.</summary>
[Partition]
internal static partial class Monitor
{
    private const int Reports = 10;
    private const int SamplesPerReport = 10;

    [Receives("telemetry")]
    private static partial Receiver<Sample> Telemetry { get; }

    private static void Main()
    {
        Console.WriteLine("monitor: waiting for control");
        for (var report = 1; report <= Reports; report++)
        {
            var sample = Telemetry.Receive();
            for (var i = 1; i < SamplesPerReport; i++)
                sample = Telemetry.Receive();
            Console.WriteLine($"monitor: {report} at {sample.Time.Ticks / TimeSpan.TicksPerMillisecond} ms: level {sample.Level} mm");
        }

        Console.WriteLine("monitor: done");
        Machine.EndSystem(0);
    }
}
