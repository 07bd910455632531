using System.Globalization;

namespace Nanokernel;

/// <summary>
/// Which function of the PCI buses is meant: by what it says about itself, or by its place. Exactly one function of the machine has to
/// fit, unless an instance is stated.
/// </summary>
public sealed record PciMatch
{
    private PciMatch()
    {
    }

    /// <summary>The vendor ID; null where it does not matter.</summary>
    public int? VendorId { get; private init; }

    /// <summary>The device ID; null where it does not matter.</summary>
    public int? DeviceId { get; private init; }

    /// <summary>The base class; null where it does not matter.</summary>
    public int? BaseClass { get; private init; }

    /// <summary>The sub-class; null where it does not matter.</summary>
    public int? SubClass { get; private init; }

    /// <summary>The programming interface; null where it does not matter.</summary>
    public int? ProgrammingInterface { get; private init; }

    /// <summary>The number of the bus; null where it does not matter.</summary>
    public int? Bus { get; private init; }

    /// <summary>The number of the device on its bus; null where it does not matter.</summary>
    public int? Device { get; private init; }

    /// <summary>The number of the function in its device; null where it does not matter.</summary>
    public int? Function { get; private init; }

    /// <summary>Which of several that fit, in the order of bus, device and function, from 0 on; null: there has to be one only.</summary>
    public int? Instance { get; private init; }

    /// <summary>The function of a vendor and device ID (PCI Local Bus Specification 3.0, 6.2.1).</summary>
    /// <param name="vendorId">The vendor ID, 0 to 0xFFFE.</param>
    /// <param name="deviceId">The device ID, 0 to 0xFFFF.</param>
    /// <param name="instance">Which of several, from 0 on; null: there is one only.</param>
    public static PciMatch ById(int vendorId, int deviceId, int? instance = null) =>
        new() { VendorId = vendorId, DeviceId = deviceId, Instance = instance };

    /// <summary>The function of a class (PCI Local Bus Specification 3.0, appendix D).</summary>
    /// <param name="baseClass">The base class, 0 to 0xFF.</param>
    /// <param name="subClass">The sub-class, 0 to 0xFF.</param>
    /// <param name="programmingInterface">The programming interface, 0 to 0xFF; null: any.</param>
    /// <param name="instance">Which of several, from 0 on; null: there is one only.</param>
    public static PciMatch ByClass(int baseClass, int subClass, int? programmingInterface = null, int? instance = null) =>
        new() { BaseClass = baseClass, SubClass = subClass, ProgrammingInterface = programmingInterface, Instance = instance };

    /// <summary>The function at a place.</summary>
    /// <param name="bus">The number of the bus, 0 to 255, as the firmware numbers them.</param>
    /// <param name="device">The number of the device, 0 to 31.</param>
    /// <param name="function">The number of the function, 0 to 7.</param>
    public static PciMatch ByAddress(int bus, int device, int function = 0) => new() { Bus = bus, Device = device, Function = function };

    /// <summary>The match as <c>1234:11E8</c>, <c>class 02.00</c> or <c>00:04.0</c>.</summary>
    public override string ToString()
    {
        var text = (VendorId, BaseClass) switch
        {
            ({ } vendor, _) => $"{Hexadecimal(vendor, 4)}:{Hexadecimal(DeviceId ?? 0, 4)}",
            (_, { } baseClass) => $"class {Hexadecimal(baseClass, 2)}.{Hexadecimal(SubClass ?? 0, 2)}"
                + (ProgrammingInterface is { } programmingInterface ? "." + Hexadecimal(programmingInterface, 2) : ""),
            _ => $"{Hexadecimal(Bus ?? 0, 2)}:{Hexadecimal(Device ?? 0, 2)}.{Function}",
        };
        return Instance is { } instance ? string.Format(CultureInfo.InvariantCulture, "{0} #{1}", text, instance) : text;
    }

    private static string Hexadecimal(int value, int digits) => value.ToString("X" + digits, CultureInfo.InvariantCulture);
}
