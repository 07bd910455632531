using System.Collections.Generic;
using System.Linq;
using Nanokernel.Policy;

namespace Nanokernel.Core.Tests.Policy;

/// <summary>Locks as lists of names: who came first stands first. Searched, not followed.</summary>
internal sealed class LockModel(int[] priorities, int lockCount)
{
    private readonly int?[] _holders = new int?[lockCount];
    private readonly bool[] _abandoned = new bool[lockCount];
    private readonly List<(int Partition, int Lock)> _arrivals = [];
    private readonly List<(int Partition, int Lock)> _interrupted = [];

    /// <summary>Who waits for what, in the order in which they came.</summary>
    public IEnumerable<(int Partition, int Lock)> Waits => _arrivals.Except(_interrupted);

    public int? HolderOf(int number) => _holders[number];

    public bool IsWaiting(int partition) => Waits.Any(wait => wait.Partition == partition);

    /// <summary>The partitions for which a partition waits, the nearest first; empty if it waits for nobody.</summary>
    public List<int> Chain(int partition)
    {
        var chain = new List<int>();
        while (Waits.Where(wait => wait.Partition == partition).Select(wait => _holders[wait.Lock]).FirstOrDefault() is { } holder && !chain.Contains(holder))
            chain.Add(partition = holder);
        return chain;
    }

    public LockAnswer Acquire(int partition, int number)
    {
        if (_holders[number] is not { } holder)
        {
            Forget(partition);
            _holders[number] = partition;
            var answer = _abandoned[number] ? LockAnswer.Abandoned : LockAnswer.Acquired;
            _abandoned[number] = false;
            return answer;
        }

        if (holder == partition)
            return LockAnswer.AlreadyHeld;
        return Chain(holder).Contains(partition) ? LockAnswer.Deadlock : LockAnswer.HeldByAnother;
    }

    public void Wait(int partition, int number)
    {
        if (_interrupted.Remove((partition, number)))
            return;
        Forget(partition);
        _arrivals.Add((partition, number));
    }

    public void GiveUp(int partition)
    {
        if (IsWaiting(partition))
            Forget(partition);
    }

    public void Interrupt(int partition) => _interrupted.Add(Waits.Single(wait => wait.Partition == partition));

    public int? Release(int number)
    {
        var candidates = Waits.Where(wait => wait.Lock == number).Select(wait => wait.Partition).ToList();
        _holders[number] = candidates.Count == 0 ? null : candidates.MaxBy(Urgency);
        if (_holders[number] is { } next)
            Forget(next);
        return _holders[number];
    }

    public int? Abandon(int number)
    {
        var next = Release(number);
        _abandoned[number] = next is null;
        return next;
    }

    public override string ToString() =>
        $"{string.Join(' ', _holders)} | {string.Join(' ', _abandoned)} | {string.Join(' ', _arrivals)} | {string.Join(' ', _interrupted.Order())}";

    // The first of several is the one that has waited longest.
    private int Urgency(int partition) =>
        Enumerable.Range(0, priorities.Length).Where(other => other == partition || Chain(other).Contains(partition)).Max(other => priorities[other]);

    private void Forget(int partition)
    {
        _arrivals.RemoveAll(wait => wait.Partition == partition);
        _interrupted.RemoveAll(wait => wait.Partition == partition);
    }
}
