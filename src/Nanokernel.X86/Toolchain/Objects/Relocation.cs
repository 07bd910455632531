namespace Nanokernel.X86.Toolchain;

/// <summary>A place in a section that the linker fills in.</summary>
/// <param name="Offset">The offset of the place in its section.</param>
/// <param name="Kind">How the value is made.</param>
/// <param name="Symbol">The symbol whose address it is made of.</param>
/// <param name="Addend">
/// Added to the symbol's address. For <see cref="RelocationKind.Relative32"/> the end of the field is subtracted besides.
/// </param>
public sealed record Relocation(uint Offset, RelocationKind Kind, ObjectSymbol Symbol, int Addend);
