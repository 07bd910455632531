using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Stubs;

/// <summary>A place in a stub object that holds the address of a symbol, before symbols are made.</summary>
internal readonly record struct StubReference(ObjectSection Section, uint Offset, RelocationKind Kind, string Symbol, int Addend);
