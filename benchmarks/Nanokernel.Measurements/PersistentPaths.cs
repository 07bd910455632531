using Nanokernel.Testing;

namespace Nanokernel.Measurements;

/// <summary>What persistent memory costs, in instructions.</summary>
public static class PersistentPaths
{
    private const int Rounds = 200;

    public static async Task<IReadOnlyList<Metric>> MeasureAsync()
    {
        var commits = await Guest.RunAsync(Commit);
        return [Metric.Instructions("persistent_commit_instructions", Guest.Median(commits["commit"]))];
    }

    // 64 bytes: from the call to the return.
    private static readonly SourceSystem Commit = new SourceSystem("bench-commit").Partition(
        "keeper",
        $$"""
        [Partition]
        static partial class Keeper
        {
            [Persistent("kept")]
            static partial PersistentMemory<Words> Kept { get; }

            static void Main()
            {
                for (var i = 0; i < {{Rounds}}; i++)
                {
                    Kept.Value[i & 15]++;
                    var before = Clock.Timestamp;
                    Kept.Commit();
                    Console.WriteLine($"commit: {Clock.Timestamp - before}");
                }
            }
        }

        [InlineArray(16)]
        public struct Words
        {
            private uint _first;
        }
        """)
        .With((system, partitions) => system.AddPersistentMemory("kept").OwnedBy(partitions["keeper"]));
}
