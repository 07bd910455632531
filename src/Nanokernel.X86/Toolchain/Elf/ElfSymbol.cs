namespace Nanokernel.X86.Toolchain;

/// <summary>An entry of an ELF image's symbol table.</summary>
/// <param name="Name">The name.</param>
/// <param name="Address">The virtual address.</param>
/// <param name="Size">The bytes it covers.</param>
/// <param name="IsFunction">Whether it names code.</param>
public sealed record ElfSymbol(string Name, uint Address, uint Size, bool IsFunction);
