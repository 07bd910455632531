using Nanokernel.Model;

namespace Nanokernel.Manifests;

/// <summary>A channel end that a partition's project asks for.</summary>
/// <param name="Channel">The channel's name, as the attribute has it.</param>
/// <param name="Role">What the partition does.</param>
/// <param name="Member">The property, <c>Control.Telemetry</c>.</param>
/// <param name="Message">The layout of what is sent or shared; null where there is nothing.</param>
public sealed record ManifestEnd(string Channel, ChannelRole Role, string Member, MessageLayout? Message);
