using System;

namespace Nanokernel;

/// <summary>A section in which this partition holds a lock; see <see cref="PartitionLock.Hold"/>.</summary>
public readonly ref struct LockScope : IDisposable
{
    private readonly PartitionLock _lock;

    internal LockScope(PartitionLock held) => _lock = held;

    /// <summary>Gives the lock back.</summary>
    /// <exception cref="InvalidOperationException">It has been given back already. It ends the partition.</exception>
    public void Dispose() => _lock.Release();
}
