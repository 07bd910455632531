namespace Nanokernel.Abi;

/// <summary>Why a partition was stopped, in the high byte of the detail of a <see cref="TraceKind.Fault"/>; the low byte has a number.</summary>
public static class TraceFault
{
    /// <summary>An exception of the processor. The number is its vector.</summary>
    public const uint Exception = 0x000;

    /// <summary>The partition asked for it. The number is the <see cref="PanicReason"/> that it gave, which can be anything.</summary>
    public const uint Panic = 0x100;

    /// <summary>An interrupt storm. The number is the line.</summary>
    public const uint Storm = 0x200;

    /// <summary>The bits of the cause.</summary>
    public const uint CauseMask = 0xFF00;

    /// <summary>The bits of the number.</summary>
    public const uint NumberMask = 0xFF;
}
