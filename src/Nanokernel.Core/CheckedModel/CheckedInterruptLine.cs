namespace Nanokernel.Model;

/// <summary>An interrupt line of a <see cref="CheckedPartition"/>.</summary>
/// <param name="Line">The line, 0 to 15.</param>
/// <param name="Trigger">How the device asks on it.</param>
/// <param name="Device">The device on it, or null where the line was claimed by number.</param>
public sealed record CheckedInterruptLine(int Line, InterruptTrigger Trigger, Device? Device)
{
    /// <summary>How often it may ask.</summary>
    public InterruptLimit Limit { get; init; } = InterruptLimit.Default;
}
