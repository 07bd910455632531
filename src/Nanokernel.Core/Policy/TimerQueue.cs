// One physical timer for all: the deadlines of every partition, merged.
using System.Numerics;

namespace Nanokernel.Policy;

/// <summary>
/// The deadlines that the one hardware timer serves. Every partition has a fixed number of slots, so nothing is ever allocated, and no
/// operation looks at more than the slots that have a deadline.
/// </summary>
internal unsafe struct TimerQueue
{
    /// <summary>A deadline that never comes: the slot is empty.</summary>
    public const ulong Never = ulong.MaxValue;

    /// <summary>The most slots: the bits of the answer of <see cref="TakeExpired"/>.</summary>
    public const int SlotMaximum = 32;

    private readonly ulong* _deadlines;
    private uint _armed;

    /// <summary>Makes an empty queue over memory that outlives it.</summary>
    /// <param name="deadlines">Room for the deadline of each slot.</param>
    public TimerQueue(ulong* deadlines)
    {
        _deadlines = deadlines;
        _armed = 0;
    }

    /// <summary>Sets, moves or (with <see cref="Never"/>) cancels the deadline of a slot.</summary>
    public void Set(int slot, ulong deadline)
    {
        if (deadline == Never)
        {
            Cancel(slot);
            return;
        }

        _deadlines[slot] = deadline;
        _armed |= 1u << slot;
    }

    /// <summary>Empties a slot.</summary>
    public void Cancel(int slot) => _armed &= ~(1u << slot);

    /// <summary>The deadline to program, or <see cref="Never"/>.</summary>
    public readonly ulong Nearest()
    {
        var nearest = Never;
        for (var rest = _armed; rest != 0; rest &= rest - 1)
        {
            var deadline = _deadlines[BitOperations.TrailingZeroCount(rest)];
            if (deadline < nearest)
                nearest = deadline;
        }

        return nearest;
    }

    /// <summary>Empties the slots whose deadline has come.</summary>
    /// <param name="now">The time, before <see cref="Never"/>: 58 years after power-on at 10 GHz.</param>
    /// <returns>One bit for each of them.</returns>
    public uint TakeExpired(ulong now)
    {
        var waiting = _armed;
        for (var rest = waiting; rest != 0; rest &= rest - 1)
        {
            if (_deadlines[BitOperations.TrailingZeroCount(rest)] > now)
                continue;
            _armed ^= rest & (0 - rest);
        }

        return waiting ^ _armed;
    }
}
