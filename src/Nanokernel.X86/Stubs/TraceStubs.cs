using Nanokernel.Abi;
using Nanokernel.Model;
using static Iced.Intel.AssemblerRegisters;

namespace Nanokernel.X86.Stubs;

/// <summary>What writes to the kernel's trace, in a system that declares one.</summary>
internal static class TraceStubs
{
    /// <summary>The stub that adds a record.</summary>
    public const string Append = "nk_trace";

    /// <summary>Where <c>Partition.TraceWord</c> lies, seen from the context that the stubs push.</summary>
    public const int TraceWordOffset = 64 - 68;

    private const uint Written = VirtualMemoryMap.Trace + TraceHeader.WrittenOffset;
    private const uint Records = VirtualMemoryMap.Trace + TraceHeader.RecordsOffset;

    /// <summary>
    /// Writes <c>nk_trace</c>: a record of the time and the words in ECX and EDX, at the place that the count of records names; the count
    /// goes up once the record is whole. EBX and what a called method preserves stay.
    /// </summary>
    /// <param name="stubs">Takes the code.</param>
    /// <param name="system">A system that declares a trace.</param>
    public static void Write(StubAssembler stubs, CheckedSystem system)
    {
        var code = stubs.Code;
        stubs.Global(Append);
        code.push(ebx);
        code.mov(ebx, __dword_ptr[Written]);
        code.and(ebx, (system.TraceBytes / TraceRecord.Bytes) - 1);
        code.shl(ebx, 4);
        code.mov(__dword_ptr[ebx + unchecked((int)Records) + 8], ecx);
        code.mov(__dword_ptr[ebx + unchecked((int)Records) + 12], edx);
        code.rdtsc();
        code.mov(__dword_ptr[ebx + unchecked((int)Records)], eax);
        code.mov(__dword_ptr[ebx + unchecked((int)Records) + 4], edx);
        code.add(__dword_ptr[Written], 1);
        code.adc(__dword_ptr[Written + 4], 0);
        code.pop(ebx);
        code.ret();
    }

    /// <summary>
    /// Traces a hypercall at its gate: the number in EBX, the caller's context at ESI. ECX and EDX, the arguments, stay.
    /// </summary>
    public static void WriteHypercall(StubAssembler stubs)
    {
        var code = stubs.Code;
        code.push(ecx);
        code.push(edx);
        code.mov(edx, ecx);
        code.mov(ecx, ebx);
        code.shl(ecx, 16);
        code.or(ecx, __dword_ptr[esi + TraceWordOffset]);
        code.call(stubs.External(Append));
        code.pop(edx);
        code.pop(ecx);
    }

    /// <summary>The same for a number that there is no hypercall of.</summary>
    public static void WriteUnknownHypercall(StubAssembler stubs)
    {
        var code = stubs.Code;
        code.mov(ecx, __dword_ptr[esi + TraceWordOffset]);
        code.add(ecx, (int)TraceKind.UnknownHypercall - (int)TraceKind.Hypercall);
        code.mov(edx, ebx);
        code.call(stubs.External(Append));
    }
}
