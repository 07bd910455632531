namespace Nanokernel.Kernel.Simulation;

/// <summary>One number for all decisions of a sequence: who runs after each event, what was delivered to whom, what hypercalls returned.</summary>
internal static class Decisions
{
    /// <summary>The words of a sequence.</summary>
    public const int WordCount = 400;

    /// <summary>Runs the sequence of a seed.</summary>
    public static ulong HashOf(uint seed)
    {
        var sequence = new Sequence(Words.Of(seed, WordCount));
        sequence.Start();
        var hash = 14695981039346656037ul;
        while (!sequence.IsOver)
        {
            SimulatedKernel.Apply(sequence.Next());
            Add(ref hash, (ulong)SimulatedKernel.Running);
            Add(ref hash, EventTimer.Due);
            foreach (var upcall in SimulatedKernel.Upcalls)
                Add(ref hash, upcall);
            for (var partition = 0; partition < Setup.Partitions; partition++)
                Add(ref hash, (ulong)SimulatedKernel.Result(partition));
        }

        return hash;
    }

    // FNV-1a, by words (draft-eastlake-fnv).
    private static void Add(ref ulong hash, ulong value) => hash = (hash ^ value) * 1099511628211;
}
