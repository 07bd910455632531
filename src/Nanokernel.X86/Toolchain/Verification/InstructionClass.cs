using Iced.Intel;

namespace Nanokernel.X86.Toolchain;

/// <summary>Sorts instructions by what matters to isolation.</summary>
internal static class InstructionClass
{
    /// <summary>Whether the instruction reads or writes the state of x87, MMX, SSE or AVX.</summary>
    public static bool UsesFloatingPoint(in Instruction instruction)
    {
        if (IsStateManagement(instruction.Code))
            return false;
        for (var i = 0; i < instruction.OpCount; i++)
        {
            if (instruction.GetOpKind(i) == OpKind.Register && IsFloatingPoint(instruction.GetOpRegister(i)))
                return true;
        }
        foreach (var feature in instruction.CpuidFeatures)
        {
            if (IsFloatingPoint(feature))
                return !IsHintOrFence(instruction.Mnemonic);
        }
        return false;
    }

    /// <summary>Whether ring 3 may not execute the instruction, or sees what it should not.</summary>
    /// <remarks>
    /// IN and OUT are listed too: whether they are allowed is decided by the port, in the I/O bitmap. POPF and INT are left out: in ring 3
    /// the first leaves the interrupt flag alone, and the second is how a partition calls the kernel.
    /// </remarks>
    public static bool IsPrivileged(in Instruction instruction) =>
        instruction.IsPrivileged || instruction.Mnemonic
            is Mnemonic.Cli or Mnemonic.Sti or Mnemonic.Hlt
            or Mnemonic.In or Mnemonic.Out or Mnemonic.Insb or Mnemonic.Insw or Mnemonic.Insd
            or Mnemonic.Outsb or Mnemonic.Outsw or Mnemonic.Outsd;

    /// <summary>Whether the instruction moves data between a port and the processor.</summary>
    public static bool IsPortAccess(in Instruction instruction) => instruction.Mnemonic
        is Mnemonic.In or Mnemonic.Out or Mnemonic.Insb or Mnemonic.Insw or Mnemonic.Insd
        or Mnemonic.Outsb or Mnemonic.Outsw or Mnemonic.Outsd;

    // The kernel hands the state from one partition to the next with these; they compute nothing.
    private static bool IsStateManagement(Code code) => code
        is Code.Fxsave_m512byte or Code.Fxrstor_m512byte or Code.Fninit or Code.Clts or Code.Ldmxcsr_m32 or Code.Stmxcsr_m32;

    private static bool IsHintOrFence(Mnemonic mnemonic) => mnemonic
        is Mnemonic.Pause or Mnemonic.Lfence or Mnemonic.Mfence or Mnemonic.Sfence or Mnemonic.Clflush
        or Mnemonic.Prefetcht0 or Mnemonic.Prefetcht1 or Mnemonic.Prefetcht2 or Mnemonic.Prefetchnta or Mnemonic.Movnti;

    private static bool IsFloatingPoint(Register register) =>
        register.IsST() || register.IsMM() || register.IsXMM() || register.IsYMM() || register.IsZMM();

    private static bool IsFloatingPoint(CpuidFeature feature) => feature
        is CpuidFeature.FPU or CpuidFeature.FPU287 or CpuidFeature.FPU387
        or CpuidFeature.MMX or CpuidFeature.D3NOW or CpuidFeature.D3NOWEXT
        or CpuidFeature.SSE or CpuidFeature.SSE2 or CpuidFeature.SSE3 or CpuidFeature.SSSE3
        or CpuidFeature.SSE4_1 or CpuidFeature.SSE4_2 or CpuidFeature.SSE4A
        or CpuidFeature.AVX or CpuidFeature.AVX2 or CpuidFeature.FMA or CpuidFeature.F16C;
}
