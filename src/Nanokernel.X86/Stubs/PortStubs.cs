using static Iced.Intel.AssemblerRegisters;

namespace Nanokernel.X86.Stubs;

/// <summary>I/O instructions and the time-stamp counter as methods: what both the kernel and partitions use.</summary>
internal static class PortStubs
{
    /// <summary>Writes them.</summary>
    /// <param name="stubs">Takes the code.</param>
    public static void Write(StubAssembler stubs)
    {
        var code = stubs.Code;

        stubs.Global("nk_out8");
        code.mov(eax, edx);
        code.mov(edx, ecx);
        code.@out(dx, al);
        code.ret();

        stubs.Global("nk_in8");
        code.mov(edx, ecx);
        code.xor(eax, eax);
        code.@in(al, dx);
        code.ret();

        stubs.Global("nk_read_tsc");
        code.rdtsc();
        code.ret();

        stubs.Global("nk_out16");
        code.mov(eax, edx);
        code.mov(edx, ecx);
        code.@out(dx, ax);
        code.ret();

        stubs.Global("nk_in16");
        code.mov(edx, ecx);
        code.xor(eax, eax);
        code.@in(ax, dx);
        code.ret();

        stubs.Global("nk_out32");
        code.mov(eax, edx);
        code.mov(edx, ecx);
        code.@out(dx, eax);
        code.ret();

        stubs.Global("nk_in32");
        code.mov(edx, ecx);
        code.@in(eax, dx);
        code.ret();
    }
}
