using Nanokernel.X86.Toolchain;
using static Iced.Intel.AssemblerRegisters;

namespace Nanokernel.X86.Stubs;

/// <summary>Interface calls and stack checks.</summary>
internal static class RuntimeHelpersCalls
{
    /// <summary>
    /// An interface call jumps through a dispatch cell: EAX is the cell, ECX the object, and ECX, EDX and the stack hold the arguments.
    /// A cell starts with the first of these two; the managed resolver gives it a list of nodes and the second.
    /// <code>
    /// cell: code | first node         node: type | target | cell | next node or 0
    /// </code>
    /// </summary>
    public static ObjectFile InterfaceDispatch()
    {
        var stub = new StubAssembler("interface dispatch");
        var c = stub.Code;
        var resolve = c.CreateLabel();
        var compare = c.CreateLabel();
        var next = c.CreateLabel();
        var miss = c.CreateLabel();

        stub.Global("RhpInitialDynamicInterfaceDispatch");
        c.Label(ref resolve);
        c.push(ecx);
        c.push(edx);
        c.mov(ecx, __dword_ptr[ecx]);
        c.mov(edx, eax);
        c.call(stub.External("nk_resolve_interface_call"));
        c.pop(edx);
        c.pop(ecx);
        c.jmp(eax);

        stub.Global("nk_cached_interface_dispatch");
        c.push(edx);
        c.mov(edx, __dword_ptr[ecx]);
        c.mov(eax, __dword_ptr[eax + 4]);
        c.Label(ref compare);
        c.cmp(edx, __dword_ptr[eax]);
        c.jne(next);
        c.pop(edx);
        c.jmp(__dword_ptr[eax + 4]);
        c.Label(ref next);
        c.cmp(__dword_ptr[eax + 12], 0);
        c.je(miss);
        c.mov(eax, __dword_ptr[eax + 12]);
        c.jmp(compare);
        c.Label(ref miss);
        c.mov(eax, __dword_ptr[eax + 8]);
        c.pop(edx);
        c.jmp(resolve);
        return stub.ToObjectFile();
    }

    // EAX = the method that the cell in EDX reaches on the object in ECX: delegates to interface methods ask for it.
    public static ObjectFile InterfaceMethod()
    {
        var stub = new StubAssembler("interface method");
        var c = stub.Code;
        stub.Global("RhpResolveInterfaceMethod");
        c.mov(ecx, __dword_ptr[ecx]);
        c.jmp(stub.External("nk_resolve_interface_call"));
        return stub.ToObjectFile();
    }

    // EAX = the end of a frame larger than a page. Touching each page down to it meets the guard page that the frame would jump over.
    public static ObjectFile StackProbe()
    {
        var stub = new StubAssembler("stack probe");
        var c = stub.Code;
        stub.Global("RhpStackProbe");
        var touch = c.CreateLabel();
        c.push(ecx);
        c.mov(ecx, esp);
        c.and(ecx, -4096);
        c.Label(ref touch);
        c.sub(ecx, 4096);
        c.test(__dword_ptr[ecx], eax);
        c.cmp(ecx, eax);
        c.ja(touch);
        c.pop(ecx);
        c.ret();
        return stub.ToObjectFile();
    }

    // A word that methods with buffers on the stack put behind them and check at their end. It is the same in every image, so that images
    // can be reproduced: it finds mistakes, not attacks.
    public static ObjectFile SecurityCookie()
    {
        var stub = new StubAssembler("security cookie");
        stub.Data(".rdata", SectionKind.ReadOnlyData).Global("___security_cookie").Word32(0x0AFF_0D00);
        return stub.ToObjectFile();
    }
}
