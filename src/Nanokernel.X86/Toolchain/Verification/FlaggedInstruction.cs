using Nanokernel.Checking;

namespace Nanokernel.X86.Toolchain;

/// <summary>An instruction worth a look, with the method that it is in.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Text">Its disassembly.</param>
/// <param name="Method">The method's name in the source, or the symbol.</param>
/// <param name="Location">The source line, where it is known.</param>
/// <param name="IsPortAccess">Whether it is IN or OUT, which the port decides on.</param>
public sealed record FlaggedInstruction(uint Address, string Text, string Method, SourceLocation? Location, bool IsPortAccess);
