// When is a line that keeps asking no longer believed?
namespace Nanokernel.Policy;

/// <summary>
/// The rate of one interrupt line against its limit: so many interrupts within a time. Whoever counts the interrupts asks at every
/// so-many-th only. A burst shorter than the limit's number therefore never counts as a storm, and a rate above the limit is noticed
/// after less than twice that number.
/// </summary>
internal struct InterruptRate
{
    private ulong _window;
    private ulong _since;

    /// <summary>Starts to watch.</summary>
    /// <param name="window">The limit's time, in counts of the clock.</param>
    /// <param name="now">The time.</param>
    public void Start(ulong window, ulong now)
    {
        _window = window;
        _since = now;
    }

    /// <summary>
    /// As many interrupts as the limit names have come since the watch was started or this was asked: was that within less than the
    /// limit's time?
    /// </summary>
    /// <param name="now">The time.</param>
    public bool IsStorm(ulong now)
    {
        var elapsed = now - _since;
        _since = now;
        return elapsed < _window;
    }
}
