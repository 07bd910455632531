using System;

namespace Nanokernel;

/// <summary>
/// The configuration space of a PCI function that the partition owns. Every access is a hypercall. What moves the function, changes its
/// interrupt line or lets it reach more than the system declares cannot be written; a write that changes none of it can.
/// </summary>
public readonly struct PciConfiguration
{
    internal const uint BusMaster = 1u << 2;

    private const int Command = 0x04;

    private readonly uint _function;

    internal PciConfiguration(uint function) => _function = function;

    /// <summary>Reads a byte.</summary>
    /// <param name="register">The register, 0 to 255.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such register.</exception>
    public byte ReadByte(int register) => (byte)Read(register, sizeof(byte));

    /// <summary>Reads a 16-bit word.</summary>
    /// <param name="register">The register, an even number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such register.</exception>
    public ushort ReadUInt16(int register) => (ushort)Read(register, sizeof(ushort));

    /// <summary>Reads a 32-bit word.</summary>
    /// <param name="register">The register, a multiple of 4.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such register.</exception>
    public uint ReadUInt32(int register) => Read(register, sizeof(uint));

    /// <summary>Writes a byte.</summary>
    /// <param name="register">The register, 0 to 255.</param>
    /// <param name="value">The byte.</param>
    /// <exception cref="InvalidOperationException">The kernel keeps what this would change, or there is no such register. It ends the partition.</exception>
    public void WriteByte(int register, byte value) => Write(register, sizeof(byte), value);

    /// <summary>Writes a 16-bit word.</summary>
    /// <param name="register">The register, an even number.</param>
    /// <param name="value">The word.</param>
    /// <exception cref="InvalidOperationException">The kernel keeps what this would change, or there is no such register. It ends the partition.</exception>
    public void WriteUInt16(int register, ushort value) => Write(register, sizeof(ushort), value);

    /// <summary>Writes a 32-bit word.</summary>
    /// <param name="register">The register, a multiple of 4.</param>
    /// <param name="value">The word.</param>
    /// <exception cref="InvalidOperationException">The kernel keeps what this would change, or there is no such register. It ends the partition.</exception>
    public void WriteUInt32(int register, uint value) => Write(register, sizeof(uint), value);

    /// <summary>Writes a 32-bit word, if the partition may.</summary>
    /// <param name="register">The register, a multiple of 4.</param>
    /// <param name="value">The word.</param>
    /// <returns>Whether it was written; false: the kernel keeps what this would change, or there is no such register.</returns>
    public bool TryWriteUInt32(int register, uint value) => TryWrite(register, sizeof(uint), value);

    internal void SetCommand(uint bit, bool isSet)
    {
        var command = ReadUInt16(Command);
        WriteUInt16(Command, (ushort)(isSet ? command | bit : command & ~bit));
    }

    private uint Read(int register, uint bytes)
    {
        var result = Hypercalls.ReadPciConfiguration(Selector(register, bytes));
        return (int)result == 0 ? (uint)(result >> 32) : throw new ArgumentOutOfRangeException(nameof(register));
    }

    private void Write(int register, uint bytes, uint value)
    {
        if (!TryWrite(register, bytes, value))
            throw new InvalidOperationException("The kernel keeps what this would change, or there is no such register.");
    }

    private bool TryWrite(int register, uint bytes, uint value) => Hypercalls.WritePciConfiguration(Selector(register, bytes), value) == 0;

    // A register beyond the space becomes an access of 0 bytes, which there is not.
    private uint Selector(int register, uint bytes) => (_function << 16) | ((uint)register < 256 ? (bytes << 8) | (uint)register : 0);
}
