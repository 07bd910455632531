using System;
using System.Collections.Generic;
using System.Numerics;

namespace Nanokernel.Channels.Tests;

/// <summary>
/// All schedules in which no more than a number of times a participant that could go on does not: iterative context bounding, Musuvathi and
/// Qadeer, "Iterative Context Bounding for Systematic Testing of Multithreaded Programs", PLDI 2007. Depth first, each run from the start.
/// </summary>
internal sealed class BoundedPreemptions(int maximum) : ISchedule
{
    private readonly List<(int Chosen, int Count)> _path = [];
    private int _depth;
    private int _preemptions;

    /// <summary>Runs under every such schedule.</summary>
    /// <returns>How many there were.</returns>
    internal static int Explore(int maximum, Action<ISchedule> run)
    {
        var schedule = new BoundedPreemptions(maximum);
        var count = 0;
        do
        {
            schedule._depth = 0;
            schedule._preemptions = 0;
            run(schedule);
            count++;
        }
        while (schedule.Advance());
        return count;
    }

    public int Next(uint ready, int running)
    {
        var isPreemption = running >= 0 && ((ready >> running) & 1) != 0;
        if (isPreemption && _preemptions == maximum)
            return running;

        // Going on is the first choice, then come the others.
        var others = isPreemption ? ready & ~(1u << running) : ready;
        var count = BitOperations.PopCount(others) + (isPreemption ? 1 : 0);
        var chosen = count == 1 ? 0 : ChooseOf(count);
        if (isPreemption)
        {
            if (chosen == 0)
                return running;
            _preemptions++;
            chosen--;
        }

        for (; chosen > 0; chosen--)
            others &= others - 1;
        return BitOperations.TrailingZeroCount(others);
    }

    private int ChooseOf(int count)
    {
        if (_depth == _path.Count)
            _path.Add((0, count));
        return _path[_depth++].Chosen;
    }

    private bool Advance()
    {
        while (_path.Count > 0)
        {
            var (chosen, count) = _path[^1];
            _path.RemoveAt(_path.Count - 1);
            if (chosen + 1 == count)
                continue;
            _path.Add((chosen + 1, count));
            return true;
        }

        return false;
    }
}
