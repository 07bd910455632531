using Nanokernel.Policy;

namespace Nanokernel.Core.Tests.Policy;

/// <summary>A piece of work that comes to a partition.</summary>
/// <param name="Partition">The partition.</param>
/// <param name="Comes">When.</param>
/// <param name="Section">For how many ticks it needs the lock, after as many without as it computes.</param>
internal sealed record LockJob(int Partition, int Comes, int Section)
{
    /// <summary>For how many ticks it computes before.</summary>
    public int Computes { get; init; }
}

/// <summary>Partitions that do one job after the other, tick by tick, under the policies that the kernel has. Partition 0 is the most urgent.</summary>
internal sealed class LockSimulation(int count, IReadOnlyList<LockJob> jobs)
{
    private readonly Queue<LockJob>[] _jobs =
        [.. Enumerable.Range(0, count).Select(index => new Queue<LockJob>(jobs.Where(job => job.Partition == index).OrderBy(job => job.Comes)))];

    private readonly int[] _done = new int[count];
    private readonly int?[] _asked = new int?[count];

    /// <summary>The longest time that partition 0 has waited for the lock.</summary>
    public int LongestWaitOfFirst { get; private set; }

    /// <summary>Lets all jobs be done.</summary>
    public void Run(bool inherits)
    {
        using var machine = new LockMachine([.. Enumerable.Range(0, count).Select(index => count - index)], 1);
        for (var now = 0; Array.Exists(_jobs, queue => queue.Count != 0); now++)
        {
            for (var index = 0; index < count; index++)
            {
                if (_jobs[index].TryPeek(out var job) && job.Comes <= now && _asked[index] is null)
                    machine.Scheduler.MakeReady(index);
                else if (_asked[index] is null && !machine.Locks.IsHeldBy(index, 0))
                    machine.Scheduler.Block(index);
            }

            // What takes no time happens before the tick: asking, and waiting.
            int runs;
            while ((runs = inherits ? machine.Next().Runs : machine.NextWithoutLocks()) >= 0 && Asks(machine, runs, now))
            {
            }

            if (runs >= 0)
                Tick(machine, runs, now);
        }
    }

    private bool Asks(LockMachine machine, int index, int now)
    {
        var job = _jobs[index].Peek();
        if (job.Section == 0 || _done[index] < job.Computes || machine.Locks.IsHeldBy(index, 0))
            return false;
        if (machine.Locks.Acquire(index, 0) == LockAnswer.Acquired)
            return false;
        machine.Locks.Wait(index, 0);
        machine.Scheduler.Block(index);
        _asked[index] = now;
        return true;
    }

    private void Tick(LockMachine machine, int index, int now)
    {
        var job = _jobs[index].Peek();
        if (++_done[index] < job.Computes + job.Section)
            return;
        _done[index] = 0;
        _jobs[index].Dequeue();
        if (!machine.Locks.IsHeldBy(index, 0) || machine.Release(0) is not { } next)
            return;
        machine.Scheduler.MakeReady(next);
        if (next == 0)
            LongestWaitOfFirst = Math.Max(LongestWaitOfFirst, now + 1 - _asked[0]!.Value);
        _asked[next] = null;
    }
}
