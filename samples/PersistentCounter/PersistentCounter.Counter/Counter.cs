namespace PersistentCounter;

/// <summary>Counts hundredths of a second over every reset, and keeps in a journal how far each start came.</summary>
[Partition]
internal static partial class Counter
{
    [Persistent("count")]
    private static partial PersistentMemory<Count> Kept { get; }

    [PersistentPool("journals")]
    private static partial PersistentPool Journals { get; }

    private static void Main()
    {
        var found = Kept.Open();
        ref var count = ref Kept.Value;
        count.Starts++;
        Kept.Commit();
        if (found == PersistentState.FirstUse)
            Console.WriteLine("nothing was kept: start 1");
        else if (found == PersistentState.Damaged)
            Console.WriteLine("what was kept is damaged: start 1");
        else
            Console.WriteLine($"start {count.Starts}, {count.Hundredths} hundredths so far");

        Journals.TryOpen<Journal>("starts", out var journal);
        journal.Value.Add(count.Hundredths);
        journal.Commit();
        Console.WriteLine($"starts in the journal: {journal.Value.Length}");

        while (true)
        {
            count.Hundredths++;
            Kept.Commit();
            Clock.Sleep(TimeSpan.FromMilliseconds(10));
        }
    }
}
