// How often has a partition been restarted lately?
namespace Nanokernel.Policy;

/// <summary>Counts the restarts of one partition in windows of time, each of which begins with the first restart in it.</summary>
internal struct RestartHistory
{
    private ulong _since;
    private uint _count;

    /// <summary>Counts one more restart, if the limit allows it.</summary>
    /// <param name="now">The time.</param>
    /// <param name="window">How long a window is, in counts of the clock.</param>
    /// <param name="limit">The most restarts in a window.</param>
    /// <returns>Whether it was counted.</returns>
    public bool TryCount(ulong now, ulong window, uint limit)
    {
        if (_count == 0 || now - _since >= window)
        {
            _since = now;
            _count = 0;
        }

        if (_count == limit)
            return false;
        _count++;
        return true;
    }
}
