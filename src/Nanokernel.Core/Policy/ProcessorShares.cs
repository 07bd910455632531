// How long a partition may run: budgets that refill, and slices among equals.
using System.Numerics;

namespace Nanokernel.Policy;

/// <summary>
/// Budgets are deferrable servers (J. P. Lehoczky, L. Sha, J. K. Strosnider, "Enhanced aperiodic responsiveness in hard real-time
/// environments", RTSS 1987): a partition may use its budget at any time in its period, keeps what it has not used until the period ends,
/// and gets the whole again then. What an event's own handling took too much is taken off the next budget. Slices are what equals take
/// turns by; they count the time that a partition itself has run. Times are counts of any clock that does not go backwards.
/// </summary>
internal unsafe struct ProcessorShares
{
    /// <summary>A moment that never comes.</summary>
    public const ulong Never = ulong.MaxValue;

    private readonly ProcessorShare* _shares;
    private readonly ulong _slice;
    private uint _budgeted;
    private uint _held;

    /// <summary>Makes the shares over memory that outlives them. <see cref="SetBudget"/> gives budgets; nobody has one at first.</summary>
    /// <param name="shares">A row for each partition.</param>
    /// <param name="count">The number of partitions.</param>
    /// <param name="slice">How long one of several equals runs, or <see cref="Never"/>.</param>
    public ProcessorShares(ProcessorShare* shares, int count, ulong slice)
    {
        _shares = shares;
        _slice = slice;
        _budgeted = 0;
        _held = 0;
        for (var index = 0; index < count; index++)
        {
            shares[index].Period = 0;
            shares[index].Slice = (long)slice;
        }
    }

    /// <summary>One bit for each partition whose budget is used up.</summary>
    public readonly uint Held => _held;

    /// <summary>Gives a partition a budget, whole from now on.</summary>
    public void SetBudget(int index, ulong budget, ulong period, ulong now)
    {
        _budgeted |= 1u << index;
        var share = _shares + index;
        share->Budget = budget;
        share->Period = period;
        share->Remaining = (long)budget;
        share->Replenishment = now + period;
    }

    /// <summary>A partition has run for some time.</summary>
    public void Charge(int index, ulong elapsed)
    {
        var share = _shares + index;
        share->Slice -= (long)elapsed;
        if (share->Period == 0)
            return;
        share->Remaining -= (long)elapsed;
        if (share->Remaining <= 0)
            _held |= 1u << index;
    }

    /// <summary>Refills the budgets whose period has ended. Several periods in which nothing happened give one budget.</summary>
    public void Replenish(ulong now)
    {
        for (var rest = _budgeted; rest != 0; rest &= rest - 1)
        {
            var index = BitOperations.TrailingZeroCount(rest);
            var share = _shares + index;
            if (now < share->Replenishment)
                continue;
            share->Replenishment += share->Period;
            if (share->Replenishment <= now)
                share->Replenishment = EndOfPeriod(share->Replenishment, share->Period, now);
            share->Remaining = share->Remaining < 0 ? share->Remaining + (long)share->Budget : (long)share->Budget;
            if (share->Remaining > 0)
                _held &= ~(1u << index);
        }
    }

    // The first end of a period behind now; a division by doubling and halving, at most 64 steps each.
    private static ulong EndOfPeriod(ulong end, ulong period, ulong now)
    {
        var late = now - end;
        var step = period;
        while (step <= late >> 1)
            step <<= 1;
        for (; step >= period; step >>= 1)
        {
            if (late >= step)
                late -= step;
        }

        return now - late + period;
    }

    /// <summary>Whether a partition's turn among its equals is over; then the next one will be a whole slice.</summary>
    public readonly bool TakeEndOfSlice(int index)
    {
        var share = _shares + index;
        if (share->Slice > 0)
            return false;
        share->Slice = (long)_slice;
        return true;
    }

    /// <summary>When these rules are to be looked at again if nothing else happens.</summary>
    /// <param name="running">The partition that runs from now on, or a negative number.</param>
    /// <param name="hasReadyEquals">Whether others of its priority wait for their turn.</param>
    /// <param name="now">The time.</param>
    public readonly ulong NextEvent(int running, bool hasReadyEquals, ulong now)
    {
        var next = Never;
        var watched = _held;
        if (running >= 0)
            watched |= _budgeted & (1u << running);
        for (; watched != 0; watched &= watched - 1)
        {
            var share = _shares + BitOperations.TrailingZeroCount(watched);
            if (share->Replenishment < next)
                next = share->Replenishment;
        }

        if (running < 0)
            return next;
        var current = _shares + running;
        if (current->Period != 0 && now + (ulong)current->Remaining < next)
            next = now + (ulong)current->Remaining;
        if (hasReadyEquals && now + (ulong)current->Slice < next)
            next = now + (ulong)current->Slice;
        return next;
    }
}

/// <summary>The share of one partition.</summary>
internal struct ProcessorShare
{
    /// <summary>How long it may run in a period.</summary>
    public ulong Budget;

    /// <summary>The period; 0: it may run for ever.</summary>
    public ulong Period;

    /// <summary>The end of the period.</summary>
    public ulong Replenishment;

    /// <summary>What is left of the budget; negative: what was used too much.</summary>
    public long Remaining;

    /// <summary>What is left of its turn among equals.</summary>
    public long Slice;
}
