using System.Globalization;

namespace Nanokernel;

/// <summary>A range of I/O ports, both ends in it.</summary>
/// <param name="Start">The first port.</param>
/// <param name="End">The last port.</param>
public readonly record struct PortRange(int Start, int End)
{
    /// <summary>The last port of the machine.</summary>
    public const int LastPort = 0xFFFF;

    /// <summary>The number of ports.</summary>
    public int Count => End - Start + 1;

    /// <summary>Whether the range lies in 0 to 0xFFFF and does not end before it starts.</summary>
    public bool IsValid => Start >= 0 && End <= LastPort && Start <= End;

    /// <summary>Whether the two ranges have a port in common.</summary>
    public bool Overlaps(PortRange other) => Start <= other.End && other.Start <= End;

    /// <summary>The ports that both ranges have, which have to overlap.</summary>
    public PortRange Intersect(PortRange other) => new(Math.Max(Start, other.Start), Math.Min(End, other.End));

    /// <summary>The range as <c>0x3F8-0x3FF</c>, a single port as <c>0x60</c>.</summary>
    public override string ToString() => Start == End ? Hexadecimal(Start) : Hexadecimal(Start) + "-" + Hexadecimal(End);

    private static string Hexadecimal(int port) => port < 0
        ? port.ToString(CultureInfo.InvariantCulture)
        : "0x" + port.ToString("X2", CultureInfo.InvariantCulture);
}
