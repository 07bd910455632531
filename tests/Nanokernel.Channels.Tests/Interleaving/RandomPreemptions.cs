using System.Numerics;

namespace Nanokernel.Channels.Tests;

/// <summary>A schedule from a seed: a participant loses the processor before one operation in so many, and any that is ready gets it.</summary>
internal sealed class RandomPreemptions(uint seed, uint oneIn) : ISchedule
{
    private readonly Randomness _randomness = new(seed);

    public int Next(uint ready, int running)
    {
        if (running >= 0 && ((ready >> running) & 1) != 0 && !_randomness.IsOneIn(oneIn))
            return running;
        for (var rest = _randomness.Below((uint)BitOperations.PopCount(ready)); rest > 0; rest--)
            ready &= ready - 1;
        return BitOperations.TrailingZeroCount(ready);
    }
}
