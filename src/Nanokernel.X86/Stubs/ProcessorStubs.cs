using static Iced.Intel.AssemblerRegisters;

namespace Nanokernel.X86.Stubs;

/// <summary>
/// The bodies of the kernel's <c>Processor</c> class. Managed convention: the first two words in ECX and EDX, further ones on the stack
/// from left to right, popped by the callee; the result in EAX or EDX:EAX.
/// </summary>
internal static class ProcessorStubs
{
    private const uint ApicBase = 0x1B;             // IA32_APIC_BASE
    private const byte PhysicalAddressExtensionBit = 5;     // CR4.PAE
    private const int DelayInstructions = 32;
    private const uint TaskSwitched = 1u << 3;      // CR0.TS

    /// <summary>Writes them.</summary>
    public static void Write(StubAssembler stubs)
    {
        var code = stubs.Code;
        var taskState = stubs.External("nk_task_state");

        PortStubs.Write(stubs);

        stubs.Global("nk_out_string8");
        code.push(esi);
        code.mov(esi, edx);
        code.mov(edx, ecx);
        code.mov(ecx, __dword_ptr[esp + 8]);
        code.rep.outsb();
        code.pop(esi);
        code.ret(4);

        stubs.Global("nk_copy_words");
        code.push(esi);
        code.push(edi);
        code.mov(edi, ecx);
        code.mov(esi, edx);
        code.mov(ecx, __dword_ptr[esp + 12]);
        code.rep.movsd();
        code.pop(edi);
        code.pop(esi);
        code.ret(4);

        stubs.Global("nk_fill_words");
        code.push(edi);
        code.mov(edi, ecx);
        code.mov(eax, edx);
        code.mov(ecx, __dword_ptr[esp + 8]);
        code.rep.stosd();
        code.pop(edi);
        code.ret(4);

        stubs.Global("nk_read_cr2");
        code.mov(eax, cr2);
        code.ret();

        stubs.Global("nk_read_cr0");
        code.mov(eax, cr0);
        code.ret();

        stubs.Global("nk_read_cr4");
        code.mov(eax, cr4);
        code.ret();

        stubs.Global("nk_delay");
        for (var i = 0; i < DelayInstructions; i++)
            code.nop();
        code.ret();

        stubs.Global("nk_hold_interrupts");
        code.pushfd();
        code.pop(eax);
        code.cli();
        code.ret();

        stubs.Global("nk_restore_interrupts");
        code.push(ecx);
        code.popfd();
        code.ret();

        stubs.Global("nk_forget_page");
        code.invlpg(__[ecx]);
        code.ret();

        stubs.Global("nk_uses_extended_paging");
        code.mov(eax, cr4);
        code.shr(eax, PhysicalAddressExtensionBit);
        code.and(eax, 1);
        code.ret();

        stubs.Global("nk_read_apic_base");
        code.mov(ecx, ApicBase);
        code.rdmsr();
        code.ret();

        stubs.Global("nk_divide");
        code.mov(eax, edx);
        code.mov(edx, ecx);
        code.div(__dword_ptr[esp + 4]);
        code.ret(4);

        // The offsets in the TSS are those of SDM vol. 3A, figure 7-2; CR3 goes last, for it is the slowest.
        stubs.Global("nk_activate");
        code.mov(eax, __[ecx]);
        code.mov(__[taskState + 4], eax);
        code.mov(eax, __[ecx + 8]);
        code.mov(__[taskState + 0x66], ax);
        code.xor(eax, eax);
        code.mov(fs, ax);
        code.mov(gs, ax);
        code.mov(eax, __[ecx + 4]);
        code.mov(cr3, eax);
        code.ret();

        // Partition.Information and StoppedAt, InformationPage.ProcessorTimeBase.
        stubs.Global("nk_start_time");
        code.push(esi);
        code.mov(esi, edx);
        code.rdtsc();
        code.mov(__[ecx], eax);
        code.mov(__[ecx + 4], edx);
        code.sub(eax, __[esi + 32]);
        code.sbb(edx, __[esi + 36]);
        code.mov(esi, __[esi + 16]);
        code.add(__[esi + 80], eax);
        code.adc(__[esi + 84], edx);
        code.pop(esi);
        code.ret();

        stubs.Global("nk_task_state_address");
        code.mov(eax, taskState);
        code.ret();

        stubs.Global("nk_save_floating_point");
        code.fxsave(__[ecx]);
        code.ret();

        stubs.Global("nk_restore_floating_point");
        code.fxrstor(__[ecx]);
        code.ret();

        stubs.Global("nk_allow_floating_point");
        code.clts();
        code.ret();

        stubs.Global("nk_forbid_floating_point");
        code.mov(eax, cr0);
        code.or(eax, TaskSwitched);
        code.mov(cr0, eax);
        code.ret();

        stubs.Global("nk_halt");
        code.cli();
        code.hlt();
        code.jmp(stubs.External("nk_halt"));
    }
}
