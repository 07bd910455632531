// Which writes to the configuration space of a PCI function its owner may do.
namespace Nanokernel.Policy;

/// <summary>
/// The owner drives its function, and the kernel keeps what decides where the function answers, on which line it interrupts, and what it
/// can reach: the BARs, the interrupt line, bus mastering that is not declared, and the capabilities that move, reset or replace these
/// (PCI Local Bus Specification 3.0, 6.2 and 6.7). A write that changes nothing of that passes, so that a driver may write back what it
/// has read.
/// </summary>
internal struct PciConfigurationRights
{
    /// <summary>The bytes of the space.</summary>
    public const uint SpaceBytes = 256;

    /// <summary>Where the registers end that all functions have.</summary>
    public const uint HeaderBytes = 64;

    /// <summary>In the command register: the function answers at its port BARs.</summary>
    public const uint IoSpace = 1u << 0;

    /// <summary>In the command register: the function answers at its memory BARs.</summary>
    public const uint MemorySpace = 1u << 1;

    /// <summary>In the command register: the function may read and write memory by itself.</summary>
    public const uint BusMaster = 1u << 2;

    /// <summary>In the command register: the function does not ask on its interrupt line.</summary>
    public const uint InterruptDisable = 1u << 10;

    private const uint MemoryWriteAndInvalidate = 1u << 4;
    private const uint StatusErrors = 0xF900u << 16;            // bits 8 and 11-15 of the status register: written ones clear them
    private const uint CacheLineAndLatency = 0xFFFF;

    private const uint CommandRegister = 0x04;
    private const uint CacheLineRegister = 0x0C;

    private uint _command;
    private uint _protectedLow;
    private uint _protectedHigh;

    /// <summary>The rights of an owner, before the capabilities are known.</summary>
    public PciConfigurationRights(bool usesInterrupt, bool isBusMaster)
    {
        _command = IoSpace | MemorySpace | StatusErrors;
        if (usesInterrupt)
            _command |= InterruptDisable;
        if (isBusMaster)
            _command |= BusMaster | MemoryWriteAndInvalidate;
        _protectedLow = 0;
        _protectedHigh = 0;
    }

    /// <summary>Whether numbers name one, two or four bytes of the space, at a multiple of their count.</summary>
    public static bool IsAccess(uint register, uint bytes)
        => bytes is 1 or 2 or 4 && register < SpaceBytes && (register & (bytes - 1)) == 0;

    /// <summary>The bits of the 32-bit register around some bytes of it.</summary>
    public static uint BitsOf(uint register, uint bytes)
        => (bytes == 4 ? uint.MaxValue : (1u << (int)(bytes * 8)) - 1) << (int)((register & 3) * 8);

    /// <summary>
    /// The bytes of a capability that stay the kernel's. Those that a function's own driver needs are the vendor's and the vital product
    /// data; of one that is not known, nothing is the owner's, up to the end.
    /// </summary>
    /// <param name="identifier">The capability ID (appendix H).</param>
    public static uint ProtectedBytes(uint identifier) => identifier switch
    {
        0x01 => 8,      // power management: D3 and back resets the BARs
        0x03 => 4,      // vital product data
        0x05 => 24,     // MSI: an interrupt is a write to any address
        0x07 => 8,      // PCI-X
        0x09 => 4,      // vendor specific
        0x10 => 60,     // PCI Express: it can reset the function
        0x11 => 12,     // MSI-X
        0x13 => 8,      // advanced features: it can reset the function
        _ => SpaceBytes,
    };

    /// <summary>Keeps registers from the owner.</summary>
    /// <param name="register">The first.</param>
    /// <param name="bytes">How many; what goes beyond the space does not count.</param>
    public void Protect(uint register, uint bytes)
    {
        for (var word = register / 4; word < SpaceBytes / 4 && word * 4 < register + bytes; word++)
        {
            if (word < 32)
                _protectedLow |= 1u << (int)word;
            else
                _protectedHigh |= 1u << (int)(word - 32);
        }
    }

    /// <summary>The bits of a 32-bit register that the owner may change.</summary>
    public readonly uint ChangeableBits(uint register)
    {
        if (register >= HeaderBytes)
            return IsProtected(register / 4) ? 0 : uint.MaxValue;
        return (register & ~3u) switch
        {
            CommandRegister => _command,
            CacheLineRegister => CacheLineAndLatency,
            _ => 0,
        };
    }

    /// <summary>Whether a write is the owner's right.</summary>
    /// <param name="register">The first register.</param>
    /// <param name="bytes">How many, such that <see cref="IsAccess"/>.</param>
    /// <param name="current">The 32-bit register around them as it is.</param>
    /// <param name="value">What is to be written, in its lowest bytes.</param>
    public readonly bool AllowsWrite(uint register, uint bytes, uint current, uint value)
        => (((value << (int)((register & 3) * 8)) ^ current) & BitsOf(register, bytes) & ~ChangeableBits(register)) == 0;

    private readonly bool IsProtected(uint word)
        => (((word < 32 ? _protectedLow >> (int)word : _protectedHigh >> (int)(word - 32))) & 1) != 0;
}
