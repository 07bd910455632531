// Which function of the PCI buses a declaration means.
namespace Nanokernel.Policy;

/// <summary>What a function has to have in its registers 0x00 and 0x08, and where it has to be: only the bits of the masks count.</summary>
internal struct PciPattern
{
    /// <summary>Register 0x00: vendor and device ID.</summary>
    public uint Identification;
    public uint IdentificationMask;

    /// <summary>Register 0x08: the class code above the revision.</summary>
    public uint Class;
    public uint ClassMask;

    /// <summary>Bits 16-23 the bus, 11-15 the device, 8-10 the function.</summary>
    public uint Location;
    public uint LocationMask;

    /// <summary>Whether a function fits.</summary>
    public readonly bool Matches(uint identification, uint classAndRevision, uint location)
        => ((identification ^ Identification) & IdentificationMask) == 0
            && ((classAndRevision ^ Class) & ClassMask) == 0
            && ((location ^ Location) & LocationMask) == 0;
}
