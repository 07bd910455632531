using Iced.Intel;
using Nanokernel.X86.Toolchain;
using static Iced.Intel.AssemblerRegisters;

namespace Nanokernel.X86.Stubs;

/// <summary>
/// Stores of references. A collector would want to know of them; here there is none, so they only store. EDX is the destination and
/// every register is kept.
/// </summary>
internal static class RuntimeHelpersReferences
{
    private static readonly (string Name, AssemblerRegister32 Register)[] Sources =
        [("EAX", eax), ("ECX", ecx), ("EBX", ebx), ("ESI", esi), ("EDI", edi), ("EBP", ebp)];

    public static IEnumerable<ObjectFile> Assemble()
    {
        foreach (var (name, register) in Sources)
        {
            yield return Store($"RhpAssignRef{name}", register);
            yield return Store($"RhpCheckedAssignRef{name}", register);
        }
        yield return Copy();
    }

    private static ObjectFile Store(string symbol, AssemblerRegister32 register)
    {
        var stub = new StubAssembler(symbol);
        stub.Global(symbol);
        stub.Code.mov(__dword_ptr[edx], register);
        stub.Code.ret();
        return stub.ToObjectFile();
    }

    // Copies a reference from [ESI] to [EDI] and moves both on.
    private static ObjectFile Copy()
    {
        var stub = new StubAssembler("RhpByRefAssignRef");
        stub.Global("RhpByRefAssignRef");
        stub.Code.movsd();
        stub.Code.ret();
        return stub.ToObjectFile();
    }
}
