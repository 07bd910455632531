// Which interrupt lines are masked, and whose they are.
namespace Nanokernel.Policy;

/// <summary>The mask of the interrupt lines, kept beside the controller's own registers so that these are only ever written.</summary>
internal struct InterruptLines
{
    /// <summary>The number of lines.</summary>
    public const uint Count = 16;

    private uint _masked;

    /// <summary>Starts with every line masked but the given ones.</summary>
    /// <param name="open">One bit for each line that the kernel itself needs.</param>
    public InterruptLines(uint open) => _masked = ~open & 0xFFFF;

    /// <summary>One bit for each masked line.</summary>
    public readonly uint Masked => _masked;

    /// <summary>Masks a line.</summary>
    public void Mask(uint line) => _masked |= 1u << (int)line;

    /// <summary>Unmasks a line.</summary>
    public void Unmask(uint line) => _masked &= ~(1u << (int)line);

    /// <summary>Masks all lines of a partition that is no longer there to serve them.</summary>
    public void MaskAll(uint lines) => _masked |= lines & 0xFFFF;

    /// <summary>Whether a line is one of an owner's.</summary>
    /// <param name="lines">One bit for each line of the owner.</param>
    /// <param name="line">Any number.</param>
    public static bool Owns(uint lines, uint line) => line < Count && ((lines >> (int)line) & 1) != 0;
}
