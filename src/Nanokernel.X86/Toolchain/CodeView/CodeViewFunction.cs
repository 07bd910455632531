using Nanokernel.Checking;

namespace Nanokernel.X86.Toolchain;

/// <summary>What the debug information says of a function.</summary>
/// <param name="Section">The section that holds it.</param>
/// <param name="Offset">Its offset there.</param>
/// <param name="Size">Its bytes, without the padding behind it; 0 when that is not known.</param>
/// <param name="Lines">Its source lines, by offset from the start of the function.</param>
internal sealed record CodeViewFunction(
    ObjectSection Section, uint Offset, uint Size, IReadOnlyList<(uint Offset, SourceLocation Location)> Lines);
