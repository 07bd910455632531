// Whose window is it? A frame of windows, over and over.
namespace Nanokernel.Policy;

/// <summary>
/// The partitions run in windows of a major frame that repeats for ever, as ARINC 653 part 1 has it. Windows begin at multiples of their
/// lengths from the start of the first frame, however late the timer was: nothing drifts.
/// </summary>
internal unsafe struct CyclicSchedule
{
    private ProcessorWindow* _windows;
    private int _count;
    private int _current;
    private ulong _end;

    /// <summary>Begins the first frame.</summary>
    /// <param name="windows">The windows of a frame, which outlive this.</param>
    /// <param name="count">How many.</param>
    /// <param name="now">The time.</param>
    public void Start(ProcessorWindow* windows, int count, ulong now)
    {
        _windows = windows;
        _count = count;
        _current = 0;
        _end = now + windows->Length;
    }

    /// <summary>One bit for each partition that may not run now.</summary>
    public readonly uint Held => ~_windows[_current].Allowed;

    /// <summary>When the window ends.</summary>
    public readonly ulong End => _end;

    /// <summary>
    /// Goes on to the window of a time. If the processor stood still for more than a frame, as that of a virtual machine may, the frame
    /// begins anew: no more than one frame's windows are ever passed over.
    /// </summary>
    public void Advance(ulong now)
    {
        for (var step = 0; step <= _count; step++)
        {
            if (now < _end)
                return;
            _current = _current + 1 == _count ? 0 : _current + 1;
            _end += _windows[_current].Length;
        }

        _current = 0;
        _end = now + _windows->Length;
    }
}
