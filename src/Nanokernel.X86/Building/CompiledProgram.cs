using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Building;

/// <summary>What the compiler made of assemblies.</summary>
/// <param name="Code">The object.</param>
/// <param name="MethodNames">The names of its methods as the source has them.</param>
internal sealed record CompiledProgram(ObjectFile Code, MethodNames MethodNames);
