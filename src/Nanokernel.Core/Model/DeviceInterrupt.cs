namespace Nanokernel;

/// <summary>An interrupt line that a device drives.</summary>
/// <param name="Line">The line of the interrupt controller pair, 0 to 15.</param>
/// <param name="Trigger">How the device asks on it.</param>
public readonly record struct DeviceInterrupt(int Line, InterruptTrigger Trigger = InterruptTrigger.Edge);
