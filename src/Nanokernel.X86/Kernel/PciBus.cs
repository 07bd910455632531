// What is on the PCI buses.
using Nanokernel.Policy;

namespace Nanokernel.Kernel;

/// <summary>
/// Walks over the functions of bus 0 and of all buses up to the highest that a bridge leads to. Functions are named by the addresses of
/// their configuration space.
/// </summary>
internal static unsafe class PciBus
{
    /// <summary>Where a walk begins: before the first function.</summary>
    public const uint Start = PciConfiguration.Enable - FunctionStep;

    private const uint FunctionStep = 0x100;
    private const uint FunctionMask = 0x700;
    private const uint LastFunction = 0xFF00;
    private const uint MultipleFunctions = 0x80;
    private const uint TypeMask = 0x7F;
    private const uint BridgeType = 1;
    private const uint CardBusBridgeType = 2;
    private const uint BridgeClass = 0x06;

    private static uint s_lastBus;

    /// <summary>The bits of a function's address that say where it is.</summary>
    public static uint LocationOf(uint function) => function & ~PciConfiguration.Enable;

    /// <summary>Goes to the next function.</summary>
    /// <returns>Whether there is one.</returns>
    public static bool MoveNext(ref uint function)
    {
        do
        {
            if ((function & FunctionMask) == 0 && !HasMoreFunctions(function))
                function |= FunctionMask;
            function += FunctionStep;
            if (function > (PciConfiguration.Enable | (s_lastBus << 16) | LastFunction))
                return false;
        }
        while ((PciConfiguration.Read(function, PciConfiguration.Identification) & 0xFFFF) == 0xFFFF);

        if (TypeOf(function) is BridgeType or CardBusBridgeType && LastBusBehind(function) > s_lastBus)
            s_lastBus = LastBusBehind(function);
        return true;
    }

    /// <summary>Whether a function is a bridge, which decides what others can reach.</summary>
    public static bool IsBridge(uint function)
        => TypeOf(function) != 0 || PciConfiguration.Read(function, PciConfiguration.ClassAndRevision) >> 24 == BridgeClass;

    /// <summary>Sets and clears bits of a function's command register.</summary>
    public static void Command(uint function, uint set, uint clear)
    {
        var command = PciConfiguration.Read(function, PciConfiguration.Command, 2);
        PciConfiguration.Write(function, PciConfiguration.Command, 2, (command & ~clear) | set);
    }

    /// <summary>Lets the bridges between a function and the processor forward what it masters.</summary>
    public static void OpenBridgesTo(uint function)
    {
        var bus = LocationOf(function) >> 16;
        var bridge = Start;
        while (MoveNext(ref bridge))
        {
            if (TypeOf(bridge) == BridgeType && bus >= FirstBusBehind(bridge) && bus <= LastBusBehind(bridge))
                Command(bridge, PciConfigurationRights.BusMaster, clear: 0);
        }
    }

    /// <summary>Goes to the next BAR of a function.</summary>
    /// <param name="function">The function.</param>
    /// <param name="bar">The BAR before; at first one whose <see cref="PciBarRange.Next"/> is 0.</param>
    /// <returns>Whether there is one.</returns>
    public static bool MoveNext(uint function, PciBarRange* bar)
    {
        var type = TypeOf(function);
        var count = type == 0 ? 6u : type == BridgeType ? 2u : 0;
        while (bar->Next < count)
        {
            bar->Index = bar->Next;
            var register = PciConfiguration.FirstBar + (bar->Index * 4);
            var value = PciConfiguration.Read(function, register);
            bar->IsPorts = PciBaseAddress.IsPorts(value);
            bar->First = PciBaseAddress.AddressOf(value);
            bar->Next = bar->Index + (PciBaseAddress.Is64Bit(value) ? 2u : 1);
            bar->IsBeyond = PciBaseAddress.Is64Bit(value) && PciConfiguration.Read(function, register + 4) != 0;
            bar->Size = Measure(function, register, value);
            if (bar->Size != 0)
                return true;
        }

        return false;
    }

    /// <summary>Finds the size of a BAR (6.2.5.1), which for that moment says nothing sensible: the function does not answer then.</summary>
    private static uint Measure(uint function, uint register, uint value)
    {
        var command = PciConfiguration.Read(function, PciConfiguration.Command, 2);
        PciConfiguration.Write(function, PciConfiguration.Command, 2, command & ~(PciConfigurationRights.IoSpace | PciConfigurationRights.MemorySpace));
        PciConfiguration.Write(function, register, 4, uint.MaxValue);
        var size = PciBaseAddress.SizeOf(PciConfiguration.Read(function, register));
        PciConfiguration.Write(function, register, 4, value);
        PciConfiguration.Write(function, PciConfiguration.Command, 2, command);
        return size;
    }

    /// <summary>Whether a device has functions besides 0; one that is not there reads as ones.</summary>
    private static bool HasMoreFunctions(uint function)
    {
        var type = PciConfiguration.Read(function, PciConfiguration.HeaderType, 1);
        return (type & MultipleFunctions) != 0 && type != 0xFF;
    }

    private static uint TypeOf(uint function) => PciConfiguration.Read(function, PciConfiguration.HeaderType, 1) & TypeMask;

    private static uint FirstBusBehind(uint bridge) => PciConfiguration.Read(bridge, PciConfiguration.Buses + 1, 1);

    private static uint LastBusBehind(uint bridge) => PciConfiguration.Read(bridge, PciConfiguration.Buses + 2, 1);
}

/// <summary>A BAR as it is.</summary>
internal struct PciBarRange
{
    /// <summary>Which.</summary>
    public uint Index;

    /// <summary>The first address or port; 0 where it has none.</summary>
    public uint First;

    /// <summary>The bytes or ports.</summary>
    public uint Size;

    /// <summary>Whether it stands for ports.</summary>
    public bool IsPorts;

    /// <summary>Whether it is beyond 4 GiB.</summary>
    public bool IsBeyond;

    /// <summary>The index of the BAR behind it.</summary>
    public uint Next;

    /// <summary>Whether it has an address or port of a range.</summary>
    public readonly bool Overlaps(uint first, uint last) => First <= last && first <= First + (Size - 1);
}
