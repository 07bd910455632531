namespace Nanokernel.X86.Toolchain;

/// <summary>A symbol with its final address.</summary>
/// <param name="Name">The linker's name.</param>
/// <param name="Address">Its address.</param>
/// <param name="Size">The bytes it covers.</param>
/// <param name="IsFunction">Whether it names code.</param>
/// <param name="DisplayName">The name as the C# source has it, such as <c>Control.Main</c>; the linker's name where none is known.</param>
public sealed record LinkedSymbol(string Name, uint Address, uint Size, bool IsFunction, string DisplayName);
