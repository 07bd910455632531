using Nanokernel.X86.Toolchain;
using static Iced.Intel.AssemblerRegisters;

namespace Nanokernel.X86.Stubs;

/// <summary>Copies, fills and exchanges memory by the instructions made for it, without XMM registers.</summary>
internal static class RuntimeHelpersMemory
{
    // ECX = destination, EDX = source, bytes on the stack. The blocks may overlap: the copy goes backwards where forwards would destroy.
    public static ObjectFile Move()
    {
        var stub = new StubAssembler("memory move");
        var c = stub.Code;
        stub.Global("nk_memory_move");
        var backwards = c.CreateLabel();
        c.push(esi);
        c.push(edi);
        c.mov(edi, ecx);
        c.mov(esi, edx);
        c.mov(ecx, __dword_ptr[esp + 12]);
        c.mov(eax, edi);
        c.sub(eax, esi);
        c.cmp(eax, ecx);
        c.jb(backwards);
        c.mov(eax, ecx);
        c.shr(ecx, 2);
        c.rep.movsd();
        c.mov(ecx, eax);
        c.and(ecx, 3);
        c.rep.movsb();
        c.pop(edi);
        c.pop(esi);
        c.ret(4);

        c.Label(ref backwards);
        c.lea(esi, __[esi + ecx - 1]);
        c.lea(edi, __[edi + ecx - 1]);
        c.mov(eax, ecx);
        c.and(ecx, 3);
        c.std();
        c.rep.movsb();
        c.sub(esi, 3);
        c.sub(edi, 3);
        c.mov(ecx, eax);
        c.shr(ecx, 2);
        c.rep.movsd();
        c.cld();
        c.pop(edi);
        c.pop(esi);
        c.ret(4);
        return stub.ToObjectFile();
    }

    // ECX = destination, DL = value, bytes on the stack.
    public static ObjectFile Fill()
    {
        var stub = new StubAssembler("memory fill");
        var c = stub.Code;
        stub.Global("nk_memory_fill");
        c.push(edi);
        c.mov(edi, ecx);
        c.movzx(eax, dl);
        c.imul(eax, eax, 0x0101_0101);
        c.mov(ecx, __dword_ptr[esp + 8]);
        c.mov(edx, ecx);
        c.shr(ecx, 2);
        c.rep.stosd();
        c.mov(ecx, edx);
        c.and(ecx, 3);
        c.rep.stosb();
        c.pop(edi);
        c.ret(4);
        return stub.ToObjectFile();
    }

    // EDX:EAX = what [ECX] held; it gets the value if that equals the comparand. On the stack: comparand at ESP + 4, value behind it.
    public static ObjectFile CompareExchange()
    {
        var stub = new StubAssembler("64-bit compare and exchange");
        var c = stub.Code;
        stub.Global("nk_compare_exchange_64");
        c.push(ebx);
        c.push(esi);
        c.mov(esi, ecx);
        c.mov(eax, __dword_ptr[esp + 12]);
        c.mov(edx, __dword_ptr[esp + 16]);
        c.mov(ebx, __dword_ptr[esp + 20]);
        c.mov(ecx, __dword_ptr[esp + 24]);
        c.@lock.cmpxchg8b(__qword_ptr[esi]);
        c.pop(esi);
        c.pop(ebx);
        c.ret(16);
        return stub.ToObjectFile();
    }
}
