using System.Numerics;

namespace Nanokernel.Channels.Tests;

/// <summary>Each participant in turn goes on for a number of operations of its own, as far as it is ready.</summary>
internal sealed class Turns(params int[] operations) : ISchedule
{
    private int _left;

    public int Next(uint ready, int running)
    {
        if (running >= 0 && ((ready >> running) & 1) != 0 && --_left > 0)
            return running;
        var behind = running < 0 ? ready : ready & ~((2u << running) - 1);
        var next = BitOperations.TrailingZeroCount(behind != 0 ? behind : ready);
        _left = operations[next];
        return next;
    }
}
