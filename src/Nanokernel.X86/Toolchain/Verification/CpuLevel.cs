using Iced.Intel;

namespace Nanokernel.X86.Toolchain;

/// <summary>What a declared CPU can execute.</summary>
/// <param name="Name">The name for messages.</param>
/// <param name="Features">The features that its instructions may need.</param>
public sealed record CpuLevel(string Name, IReadOnlySet<CpuidFeature> Features)
{
    private static readonly CpuidFeature[] PentiumFeatures =
    [
        CpuidFeature.INTEL8086, CpuidFeature.INTEL186, CpuidFeature.INTEL286, CpuidFeature.INTEL386, CpuidFeature.INTEL486,
        CpuidFeature.FPU, CpuidFeature.FPU287, CpuidFeature.FPU387, CpuidFeature.CPUID, CpuidFeature.TSC, CpuidFeature.MSR,
        CpuidFeature.CX8, CpuidFeature.SMM,
    ];

    /// <summary>What the compiler's code needs at least: a Pentium 4 with SSE2.</summary>
    public static CpuLevel Pentium4 { get; } = new("Pentium 4", new HashSet<CpuidFeature>(PentiumFeatures)
    {
        CpuidFeature.CMOV, CpuidFeature.SEP, CpuidFeature.MMX, CpuidFeature.FXSR, CpuidFeature.SSE, CpuidFeature.SSE2,
        CpuidFeature.PAUSE, CpuidFeature.MULTIBYTENOP, CpuidFeature.CLFSH,
    });

    /// <summary>The x86-64-v2 level in 32-bit mode: SSE4.2 and POPCNT.</summary>
    public static CpuLevel Level2 { get; } = new("x86-64-v2", new HashSet<CpuidFeature>(Pentium4.Features)
    {
        CpuidFeature.SSE3, CpuidFeature.SSSE3, CpuidFeature.SSE4_1, CpuidFeature.SSE4_2, CpuidFeature.POPCNT,
    });
}
