using Nanokernel.Checking;

namespace Nanokernel.Model;

/// <summary>A partition's claim to own an interrupt line.</summary>
/// <param name="Line">The line.</param>
/// <param name="Trigger">How the device asks on it.</param>
/// <param name="Device">The device that was claimed, or null where the line was named.</param>
/// <param name="Location">The place of the claim.</param>
public sealed record InterruptClaim(int Line, InterruptTrigger Trigger, Device? Device, SourceLocation? Location)
{
    /// <summary>The claim in messages: <c>IRQ 4 (COM1)</c>.</summary>
    public override string ToString() => Device is null ? $"IRQ {Line}" : $"IRQ {Line} ({Device.Name})";
}
