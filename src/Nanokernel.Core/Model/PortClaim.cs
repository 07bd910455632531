using Nanokernel.Checking;

namespace Nanokernel.Model;

/// <summary>A partition's claim to own ports.</summary>
/// <param name="Range">The ports.</param>
/// <param name="Device">The device that was claimed, or null where the ports were named.</param>
/// <param name="Location">The place of the claim.</param>
public sealed record PortClaim(PortRange Range, Device? Device, SourceLocation? Location)
{
    /// <summary>The claim in messages: <c>0x3F8-0x3FF (COM1)</c>.</summary>
    public override string ToString() => Device is null ? Range.ToString() : $"{Range} ({Device.Name})";
}
