using Nanokernel.X86.Toolchain;
using static Iced.Intel.AssemblerRegisters;

namespace Nanokernel.X86.Stubs;

/// <summary>64-bit multiplication and shifts.</summary>
internal static class RuntimeHelpersArithmetic
{
    // EDX:EAX = left * right; both on the stack, right at ESP + 4.
    public static ObjectFile Multiplication()
    {
        var stub = new StubAssembler("64-bit multiplication");
        var c = stub.Code;
        stub.Global("RhpLMul");
        c.mov(ecx, __dword_ptr[esp + 16]);
        c.imul(ecx, __dword_ptr[esp + 4]);
        c.mov(eax, __dword_ptr[esp + 8]);
        c.imul(eax, __dword_ptr[esp + 12]);
        c.add(ecx, eax);
        c.mov(eax, __dword_ptr[esp + 12]);
        c.mul(__dword_ptr[esp + 4]);
        c.add(edx, ecx);
        c.ret(16);
        return stub.ToObjectFile();
    }

    // EDX:EAX is shifted by CL, which is less than 64. The processor's shifts take CL modulo 32.
    public static ObjectFile Shifts()
    {
        var stub = new StubAssembler("64-bit shifts");
        var c = stub.Code;

        stub.Global("RhpLLsh");
        var leftByWord = c.CreateLabel();
        c.test(cl, 32);
        c.jne(leftByWord);
        c.shld(edx, eax, cl);
        c.shl(eax, cl);
        c.ret();
        c.Label(ref leftByWord);
        c.mov(edx, eax);
        c.shl(edx, cl);
        c.xor(eax, eax);
        c.ret();

        stub.Global("RhpLRsz");
        var rightByWord = c.CreateLabel();
        c.test(cl, 32);
        c.jne(rightByWord);
        c.shrd(eax, edx, cl);
        c.shr(edx, cl);
        c.ret();
        c.Label(ref rightByWord);
        c.mov(eax, edx);
        c.shr(eax, cl);
        c.xor(edx, edx);
        c.ret();

        stub.Global("RhpLRsh");
        var signedByWord = c.CreateLabel();
        c.test(cl, 32);
        c.jne(signedByWord);
        c.shrd(eax, edx, cl);
        c.sar(edx, cl);
        c.ret();
        c.Label(ref signedByWord);
        c.mov(eax, edx);
        c.sar(eax, cl);
        c.sar(edx, 31);
        c.ret();
        return stub.ToObjectFile();
    }
}
