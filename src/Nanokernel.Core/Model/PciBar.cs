namespace Nanokernel;

/// <summary>A base address register (BAR) of a PCI function, as the manual of the device has it. Where it lies is the firmware's choice.</summary>
/// <param name="Index">Which register, 0 to 5; a 64-bit BAR has the index of its lower half.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Size">The bytes of memory, or the number of ports: a power of two.</param>
public readonly record struct PciBar(int Index, PciBarKind Kind, long Size)
{
    /// <summary>A BAR for memory.</summary>
    /// <param name="index">Which register, 0 to 5.</param>
    /// <param name="size">A power of two.</param>
    public static PciBar Memory(int index, ByteSize size) => new(index, PciBarKind.Memory, size.Bytes);

    /// <summary>A BAR for I/O ports.</summary>
    /// <param name="index">Which register, 0 to 5.</param>
    /// <param name="count">A power of two.</param>
    public static PciBar Ports(int index, int count) => new(index, PciBarKind.Ports, count);

    /// <summary>The BAR as <c>BAR 0 (1 MiB of memory)</c> or <c>BAR 1 (256 ports)</c>.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"BAR {Index} ({(Kind == PciBarKind.Memory ? $"{new ByteSize(Size)} of memory" : FormattableString.Invariant($"{Size:N0} ports"))})");
}
