using System.Runtime.InteropServices;
using Nanokernel.Policy;

namespace Nanokernel.Core.Tests.Policy;

/// <summary>Locks and scheduler as the kernel has them, over memory that is held while it is used.</summary>
internal sealed unsafe class LockMachine : IDisposable
{
    private readonly LockState* _states;
    private readonly LockWait* _waits;
    private readonly uint* _equals;
    private readonly uint* _turns;
    private readonly int _count;

    public LockMachine(int[] priorities, int lockCount)
    {
        _count = priorities.Length;
        _states = (LockState*)NativeMemory.AllocZeroed((nuint)(lockCount + 1), (nuint)sizeof(LockState));
        _waits = (LockWait*)NativeMemory.AllocZeroed((nuint)_count, (nuint)sizeof(LockWait));
        _equals = (uint*)NativeMemory.AllocZeroed((nuint)_count, sizeof(uint));
        _turns = (uint*)NativeMemory.AllocZeroed((nuint)_count, sizeof(uint));
        for (var index = 0; index < _count; index++)
        {
            _equals[index] = priorities.Index().Where(other => other.Item == priorities[index]).Aggregate(0u, (mask, other) => mask | (1u << other.Index));
            Scheduler.MakeReady(index);
        }

        Locks.Start(_states, lockCount, _waits, _count);
    }

    public LockTable Locks;

    public Scheduler Scheduler;

    public int? Release(int number) => Known(Locks.Release(number, _equals));

    public int? Abandon(int number) => Known(Locks.Abandon(number, _equals));

    public int? HolderOf(int number) => Known(Enumerable.Range(0, _count).Where(index => Locks.IsHeldBy(index, number)).DefaultIfEmpty(LockTable.Nobody).Single());

    /// <summary>Who runs, and in whose place.</summary>
    public (int Runs, int Place) Next(uint held = 0)
    {
        var runs = Scheduler.Next(Locks, held, _equals, _turns, out var place);
        return (runs, place);
    }

    public int NextWithoutLocks(uint held = 0) => Scheduler.Next(held, _equals, _turns);

    public void Yield(int place) => Scheduler.Yield(place, _equals, _turns);

    public void Dispose()
    {
        NativeMemory.Free(_states);
        NativeMemory.Free(_waits);
        NativeMemory.Free(_equals);
        NativeMemory.Free(_turns);
    }

    private static int? Known(int index) => index == LockTable.Nobody ? null : index;
}
