// Which partition runs: fixed priorities, equals take turns.
using System.Numerics;

namespace Nanokernel.Policy;

/// <summary>
/// Fixed-priority scheduling. The index of a partition is its place in the order of priorities, 0 the most urgent, so the next one to
/// run is the lowest bit of a mask. Partitions of equal priority have neighbouring indices and run in turn: one goes on until it
/// blocks or yields, whoever else of them becomes ready.
/// </summary>
internal struct Scheduler
{
    /// <summary>The answer of <see cref="Next()"/> when nothing is ready.</summary>
    public const int Idle = -1;

    /// <summary>The most partitions of one system: the bits of the mask.</summary>
    public const int PartitionMaximum = 32;

    private uint _ready;

    /// <summary>One bit for each partition that can run.</summary>
    public readonly uint Ready => _ready;

    /// <summary>Lets a partition run.</summary>
    public void MakeReady(int index) => _ready |= 1u << index;

    /// <summary>Takes a partition out of the running.</summary>
    public void Block(int index) => _ready &= ~(1u << index);

    /// <summary>Whether a partition can run.</summary>
    public readonly bool IsReady(int index) => ((_ready >> index) & 1) != 0;

    /// <summary>The partition to run, where all priorities differ.</summary>
    public readonly int Next() => _ready == 0 ? Idle : BitOperations.TrailingZeroCount(_ready);

    /// <summary>The partition to run, where some priorities are equal.</summary>
    /// <param name="equals">For each index, the mask of the partitions of its priority, itself included.</param>
    /// <param name="turns">For each index, the one whose turn it is among its equals; only the entry of the first of them is used.</param>
    public readonly unsafe int Next(uint* equals, uint* turns) => Next(0, equals, turns);

    /// <summary>The partition to run, where some priorities may be equal and some partitions may not run now.</summary>
    /// <param name="held">One bit for each partition that may not.</param>
    /// <param name="equals">As for <see cref="Next(uint*, uint*)"/>.</param>
    /// <param name="turns">As for <see cref="Next(uint*, uint*)"/>.</param>
    public readonly unsafe int Next(uint held, uint* equals, uint* turns)
    {
        var runnable = _ready & ~held;
        if (runnable == 0)
            return Idle;

        var first = BitOperations.TrailingZeroCount(runnable);
        var group = equals[first];
        if (group == 1u << first)
            return first;

        var candidates = runnable & group;
        var turn = turns + BitOperations.TrailingZeroCount(group);
        var following = candidates & (uint.MaxValue << (int)*turn);
        var next = BitOperations.TrailingZeroCount(following != 0 ? following : candidates);
        *turn = (uint)next;
        return next;
    }

    /// <summary>
    /// The partition to run, where some may wait for locks. Who waits keeps its place in the order and its turn, and the partition at the
    /// end of its chain runs in it; if that one cannot run, the next place counts.
    /// </summary>
    /// <param name="locks">Who waits for whom.</param>
    /// <param name="held">One bit for each partition that may not run now, neither itself nor another in its place.</param>
    /// <param name="equals">As for <see cref="Next(uint*, uint*)"/>.</param>
    /// <param name="turns">As for <see cref="Next(uint*, uint*)"/>.</param>
    /// <param name="place">The partition in whose place it runs: itself, or one that waits for it.</param>
    public readonly unsafe int Next(in LockTable locks, uint held, uint* equals, uint* turns, out int place)
    {
        var runnable = _ready & ~held;
        var met = 0u;
        var rest = (_ready | locks.Waiting) & ~held;
        while (rest != 0)
        {
            var group = equals[BitOperations.TrailingZeroCount(rest)];
            var turn = turns + BitOperations.TrailingZeroCount(group);
            for (var candidates = rest & group; candidates != 0; candidates &= ~met)
            {
                var following = candidates & (uint.MaxValue << (int)*turn);
                place = BitOperations.TrailingZeroCount(following != 0 ? following : candidates);
                var next = locks.Follow(place, ref met);
                if (next < 0 || ((runnable >> next) & 1) == 0)
                    continue;
                *turn = (uint)place;
                return next;
            }

            rest &= ~(group | met);
        }

        place = Idle;
        return Idle;
    }

    /// <summary>Passes the turn to the next of the partition's equals.</summary>
    /// <param name="index">The partition that yields.</param>
    /// <param name="equals">As for <see cref="Next(uint*, uint*)"/>.</param>
    /// <param name="turns">As for <see cref="Next(uint*, uint*)"/>.</param>
    public static unsafe void Yield(int index, uint* equals, uint* turns)
        => turns[BitOperations.TrailingZeroCount(equals[index])] = (uint)(index + 1) % PartitionMaximum;
}
