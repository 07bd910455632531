using Nanokernel.Checking;
using Nanokernel.X86.Stubs;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Building;

/// <summary>Makes the kernel of one system: configuration, C# to IL, IL to IA-32, stubs, link, proof that no floating-point register is used.</summary>
internal static class KernelLinker
{
    /// <summary>Makes the kernel.</summary>
    /// <param name="declaration">The system and its layout.</param>
    /// <param name="partitions">The linked partitions.</param>
    /// <param name="compiler">The compiler from IL to IA-32.</param>
    /// <param name="diagnostics">Takes the errors.</param>
    /// <returns>The linked kernel, or null when there were errors.</returns>
    public static LinkedImage? Link(
        CheckedDeclaration declaration, IReadOnlyList<LinkedPartition> partitions, ObjectCompiler compiler, DiagnosticBag diagnostics)
    {
        var configuration = KernelConfigurationWriter.Write(declaration.System, declaration.Layout, partitions);
        var assembly = compiler.Cache.PathOf(KernelCompiler.AssemblyName + ".dll");
        var (succeeded, _) = compiler.Cache.Run(
            assembly, [compiler.RuntimePath], configuration, () => KernelCompiler.TryCompile(configuration, assembly, diagnostics));
        if (!succeeded || compiler.Compile(KernelCompiler.AssemblyName, [assembly], optimize: true, diagnostics) is not { } program)
            return null;

        var request = new LinkRequest
        {
            Name = "kernel",
            Objects = [KernelStubs.Assemble(declaration.System), .. RuntimeHelpers.Assemble(), program.Code],
            ImageBase = Abi.VirtualMemoryMap.KernelBase + Abi.VirtualMemoryMap.KernelPhysicalBase,
            EntrySymbol = KernelStubs.EntrySymbol,
            MethodNames = program.MethodNames,
        };
        return Linker.TryLink(request, diagnostics, out var kernel) && Verifier.VerifyKernel(kernel, CpuLevel.Pentium4, diagnostics) ? kernel : null;
    }
}
