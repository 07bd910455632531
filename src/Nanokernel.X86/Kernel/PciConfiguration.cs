// The configuration space of PCI functions.
using Nanokernel.Policy;

namespace Nanokernel.Kernel;

/// <summary>
/// Configuration mechanism #1 (PCI Local Bus Specification 3.0, 3.2.2.3.2): an address in one port, and a window on the 32-bit register
/// that it names in another. Interrupts are off in the kernel, so nothing comes between the two.
/// </summary>
internal static class PciConfiguration
{
    // Registers (6.1, figure 6-1) by their offsets.
    public const uint Identification = 0x00;
    public const uint Command = 0x04;
    public const uint ClassAndRevision = 0x08;
    public const uint HeaderType = 0x0E;
    public const uint FirstBar = 0x10;
    public const uint Buses = 0x18;
    public const uint Capabilities = 0x34;
    public const uint InterruptLine = 0x3C;

    private const uint Address = 0xCF8;
    private const uint Data = 0xCFC;

    /// <summary>In an address: the access is one to configuration space.</summary>
    public const uint Enable = 0x8000_0000;

    /// <summary>Whether the machine has it: the address can be read back.</summary>
    public static bool IsPresent()
    {
        Processor.Out32(Address, Enable);
        return Processor.In32(Address) == Enable;
    }

    /// <summary>Reads the 32-bit register around a register.</summary>
    /// <param name="function">The address of the function's register 0.</param>
    /// <param name="register">The offset.</param>
    public static uint Read(uint function, uint register)
    {
        Processor.Out32(Address, function | (register & ~3u));
        return Processor.In32(Data);
    }

    /// <summary>Reads bytes of a register.</summary>
    public static uint Read(uint function, uint register, uint bytes)
        => (Read(function, register) & PciConfigurationRights.BitsOf(register, bytes)) >> (int)((register & 3) * 8);

    /// <summary>Writes bytes of a register, and no others: a written one in the status register clears an error.</summary>
    public static void Write(uint function, uint register, uint bytes, uint value)
    {
        Processor.Out32(Address, function | (register & ~3u));
        var port = Data + (register & 3);
        if (bytes == 1)
            Processor.Out8(port, value);
        else if (bytes == 2)
            Processor.Out16(port, value);
        else
            Processor.Out32(port, value);
    }
}
