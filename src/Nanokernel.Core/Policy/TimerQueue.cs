// One physical timer for all: the deadlines of every partition, merged.
namespace Nanokernel.Policy;

/// <summary>
/// The deadlines that the one hardware timer serves. Every partition has a fixed number of slots, so nothing is ever allocated and each
/// operation is one scan of known length.
/// </summary>
internal unsafe struct TimerQueue
{
    /// <summary>A deadline that never comes: the slot is empty.</summary>
    public const ulong Never = ulong.MaxValue;

    /// <summary>The most slots: the bits of the answer of <see cref="TakeExpired"/>.</summary>
    public const int SlotMaximum = 32;

    private readonly ulong* _deadlines;
    private readonly int _count;

    /// <summary>Makes a queue over memory that outlives it, and empties it.</summary>
    /// <param name="deadlines">Room for the deadlines.</param>
    /// <param name="count">The number of slots.</param>
    public TimerQueue(ulong* deadlines, int count)
    {
        _deadlines = deadlines;
        _count = count;
        for (var slot = 0; slot < count; slot++)
            deadlines[slot] = Never;
    }

    /// <summary>Sets, moves or (with <see cref="Never"/>) cancels the deadline of a slot.</summary>
    public readonly void Set(int slot, ulong deadline) => _deadlines[slot] = deadline;

    /// <summary>The deadline to program, or <see cref="Never"/>.</summary>
    public readonly ulong Nearest()
    {
        var nearest = Never;
        for (var slot = 0; slot < _count; slot++)
        {
            var deadline = _deadlines[slot];
            if (deadline < nearest)
                nearest = deadline;
        }

        return nearest;
    }

    /// <summary>Empties the slots whose deadline has come.</summary>
    /// <param name="now">The time, before <see cref="Never"/>: 58 years after power-on at 10 GHz.</param>
    /// <returns>One bit for each of them.</returns>
    public readonly uint TakeExpired(ulong now)
    {
        var expired = 0u;
        for (var slot = 0; slot < _count; slot++)
        {
            if (_deadlines[slot] > now)
                continue;
            _deadlines[slot] = Never;
            expired |= 1u << slot;
        }

        return expired;
    }
}
