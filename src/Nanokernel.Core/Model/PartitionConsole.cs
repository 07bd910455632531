namespace Nanokernel;

/// <summary>Where a partition's <c>Console</c> writes.</summary>
public sealed record PartitionConsole
{
    private PartitionConsole(Device? uart) => Uart = uart;

    /// <summary>The kernel's debug console, which all partitions can share.</summary>
    public static PartitionConsole Debug { get; } = new(uart: null);

    /// <summary>The UART that the partition drives itself; null for the debug console.</summary>
    public Device? Uart { get; }

    /// <summary>A UART that the partition owns.</summary>
    public static PartitionConsole OnUart(Device uart) => new(uart ?? throw new ArgumentNullException(nameof(uart)));

    /// <summary>The name of the device.</summary>
    public override string ToString() => Uart?.Name ?? Pc.DebugConsole.Name;
}
