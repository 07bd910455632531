namespace Nanokernel.Manifests;

/// <summary>A buffer for a bus master that a partition's project asks for.</summary>
/// <param name="Name">The buffer's name, as the attribute has it.</param>
/// <param name="Member">The property, <c>Control.Received</c>.</param>
public sealed record ManifestDmaBuffer(string Name, string Member);
