using Nanokernel.Checking;

namespace Nanokernel.X86.Toolchain;

/// <summary>The source of an instruction; it holds up to the next entry.</summary>
/// <param name="Address">The address of the instruction.</param>
/// <param name="Location">The file and line.</param>
public sealed record LinkedLine(uint Address, SourceLocation Location);
