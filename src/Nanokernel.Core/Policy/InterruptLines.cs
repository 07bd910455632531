// Which interrupt lines are masked, and whose they are.
namespace Nanokernel.Policy;

/// <summary>The mask of the interrupt lines, kept beside the controller's own registers so that these are only ever written.</summary>
internal struct InterruptLines
{
    /// <summary>The number of lines.</summary>
    public const uint Count = 16;

    private uint _masked;
    private uint _kept;

    /// <summary>Starts with every line masked but the given ones.</summary>
    /// <param name="open">One bit for each line that the kernel itself needs.</param>
    public InterruptLines(uint open)
    {
        _masked = ~open & 0xFFFF;
        _kept = 0;
    }

    /// <summary>One bit for each masked line.</summary>
    public readonly uint Masked => _masked;

    /// <summary>Masks a line.</summary>
    public void Mask(uint line) => _masked |= 1u << (int)line;

    /// <summary>Unmasks a line.</summary>
    public void Unmask(uint line) => _masked &= ~(1u << (int)line);

    /// <summary>Whether a line is masked.</summary>
    public readonly bool IsMasked(uint line) => ((_masked >> (int)line) & 1) != 0;

    /// <summary>
    /// Keeps the edge of a line that is masked only here, because its controller would lose edges of a masked line. The 8259 keeps one
    /// itself.
    /// </summary>
    public void Keep(uint line) => _kept |= 1u << (int)line;

    /// <summary>Takes the edge that was kept for a line.</summary>
    /// <returns>Whether there was one.</returns>
    public bool TakeKept(uint line)
    {
        var bit = 1u << (int)line;
        var wasKept = (_kept & bit) != 0;
        _kept &= ~bit;
        return wasKept;
    }

    /// <summary>Masks all lines of a partition that is no longer there to serve them.</summary>
    public void MaskAll(uint lines)
    {
        _masked |= lines & 0xFFFF;
        _kept &= ~lines;
    }

    /// <summary>Whether a line is one of an owner's.</summary>
    /// <param name="lines">One bit for each line of the owner.</param>
    /// <param name="line">Any number.</param>
    public static bool Owns(uint lines, uint line) => line < Count && ((lines >> (int)line) & 1) != 0;
}
