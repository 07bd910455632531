/// <summary>Counts, and says which version of it does. The count is in persistent memory, so the next version goes on with it.</summary>
[Partition]
internal static partial class Process
{
    private const int Version = 1;

    [Persistent("work")]
    private static partial PersistentMemory<int> Work { get; }

    private static void Main()
    {
        foreach (var tick in Clock.Every(TimeSpan.FromMilliseconds(50)))
        {
            Heartbeat.Beat();
            Work.Value++;
            Work.Commit();
            if (Work.Value % 10 == 1)
                Console.WriteLine($"version {Version} has counted to {Work.Value}");
        }
    }
}
