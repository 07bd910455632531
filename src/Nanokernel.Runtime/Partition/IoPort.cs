using System.Runtime;
using System.Runtime.CompilerServices;

namespace Nanokernel;

/// <summary>
/// Reads and writes I/O ports. Owned ports are reached directly, at no cost but the instruction; any other port is a fault of the
/// partition, whose record names the port.
/// </summary>
public static class IoPort
{
    /// <summary>Reads a byte.</summary>
    /// <param name="port">The port.</param>
    [RuntimeImport("nk_in8")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern byte ReadByte(ushort port);

    /// <summary>Reads a 16-bit word from two ports.</summary>
    /// <param name="port">The first port.</param>
    [RuntimeImport("nk_in16")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern ushort ReadUInt16(ushort port);

    /// <summary>Reads a 32-bit word from four ports.</summary>
    /// <param name="port">The first port.</param>
    [RuntimeImport("nk_in32")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern uint ReadUInt32(ushort port);

    /// <summary>Writes a byte.</summary>
    /// <param name="port">The port.</param>
    /// <param name="value">The byte.</param>
    [RuntimeImport("nk_out8")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void WriteByte(ushort port, byte value);

    /// <summary>Writes a 16-bit word to two ports.</summary>
    /// <param name="port">The first port.</param>
    /// <param name="value">The word.</param>
    [RuntimeImport("nk_out16")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void WriteUInt16(ushort port, ushort value);

    /// <summary>Writes a 32-bit word to four ports.</summary>
    /// <param name="port">The first port.</param>
    /// <param name="value">The word.</param>
    [RuntimeImport("nk_out32")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void WriteUInt32(ushort port, uint value);
}
