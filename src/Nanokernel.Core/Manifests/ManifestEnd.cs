using Nanokernel.Model;

namespace Nanokernel.Manifests;

/// <summary>A channel end that a partition's project asks for.</summary>
/// <param name="Channel">The channel's name, as the attribute has it.</param>
/// <param name="Direction">Which way it works.</param>
/// <param name="Member">The property, <c>Control.Telemetry</c>.</param>
/// <param name="Message">The layout of its messages.</param>
public sealed record ManifestEnd(string Channel, ChannelDirection Direction, string Member, MessageLayout Message);
