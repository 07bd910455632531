namespace Nanokernel.X86.Toolchain;

/// <summary>A place whose value depends on where the image lies: what a loader has to fill in again when it moves the image.</summary>
/// <param name="Address">The place.</param>
/// <param name="Kind">How its value is made.</param>
public readonly record struct LinkedRelocation(uint Address, RelocationKind Kind);
