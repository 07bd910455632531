using System.Text;
using Iced.Intel;
using Nanokernel.Abi;
using Nanokernel.Model;
using Nanokernel.X86.Toolchain;
using static Iced.Intel.AssemblerRegisters;

namespace Nanokernel.X86.Stubs;

/// <summary>
/// From the loader to the kernel's C#: the Multiboot header, the check of the machine, paging, descriptor tables, <c>nk_boot</c>.
/// </summary>
internal static class BootStubs
{
    // Multiboot 0.6.96, 3.1: modules on page boundaries, and memory information with the memory map.
    private const uint HeaderMagic = 0x1BAD_B002;
    private const uint HeaderFlags = 0x3;

    private const uint EflagsIdentification = 1u << 21;     // SDM vol. 1, 3.4.3.3: can be changed where CPUID exists

    // Control registers, SDM vol. 3A, 2.5.
    private const uint Cr0 = (1u << 31) | (1u << 16) | (1u << 5) | (1u << 1) | (1u << 0);     // PG, WP, NE, MP, PE
    private const uint Cr4PageSizeExtensions = 1u << 4;
    private const uint Cr4PhysicalAddressExtension = 1u << 5;
    private const uint Cr4PageGlobalEnable = 1u << 7;
    private const uint Cr4OsFxsr = 1u << 9;
    private const uint Cr4OsXmmExceptions = 1u << 10;

    // Multiboot 0.6.96, 3.2 and 3.3: EAX at entry; the flag for mem_upper, and that field, in KiB from 1 MiB on.
    private const uint LoaderMagic = 0x2BAD_B002;
    private const byte HasMemory = 1;
    private const int UpperMemoryOffset = 8;

    private const ushort DebugPort = 0xE9;
    private const byte ExitPort = 0xF4;
    private const byte RefusedExitCode = 103;

    // CPUID.01H:EDX, SDM vol. 2A, table 3-11.
    private const int ApicFeature = 9;

    private const uint PhysicalAddressExtensionFeature = 1u << 6;

    // CPUID.80000000H:EAX is the last extended leaf; CPUID.80000001H:EDX has NX; IA32_EFER turns it on (SDM vol. 3A, 4.1.4).
    private const uint ExtendedLeaves = 0x8000_0000;
    private const uint NoExecuteFeature = 1u << 20;
    private const uint ExtendedFeatureEnable = 0xC000_0080;
    private const uint NoExecuteEnable = 1u << 11;

    private static readonly (int Bit, string Name)[] Features =
    [
        (0, "an x87 unit"), (3, "4 MiB pages (PSE)"), (4, "a time-stamp counter (TSC)"), (13, "global pages (PGE)"),
        (24, "FXSAVE (FXSR)"), (25, "SSE"), (26, "SSE2"),
    ];

    /// <summary>Writes header and boot code, which have to come first in the image.</summary>
    /// <param name="stubs">Takes the code.</param>
    /// <param name="system">The system, which decides what the machine has to have.</param>
    public static void Write(StubAssembler stubs, CheckedSystem system)
    {
        var features = Features.ToList();
        if (system.InterruptController == InterruptControllerKind.Apic)
            features.Add((ApicFeature, "a local APIC"));
        if (PageAttributeTable.IsUsedBy(system))
            features.Add((PageAttributeTable.Feature, "a page attribute table (PAT)"));
        var code = stubs.Code;
        code.dd(HeaderMagic, HeaderFlags, unchecked(0u - HeaderMagic - HeaderFlags));

        var refuse = code.CreateLabel();
        stubs.Global(KernelStubs.EntrySymbol);
        code.cli();
        code.cld();
        code.mov(esp, stubs.Physical("nk_kernel_stack"));
        code.mov(ebp, ebx);             // the boot information
        code.mov(esi, eax);             // the loader's magic number
        CheckProcessor(stubs, refuse, features);
        CheckTablesMemory(stubs, refuse);

        if (PageAttributeTable.IsUsedBy(system))
            PageAttributeTable.Write(code);
        ChooseTables(code);
        code.mov(eax, cr4);
        code.or(eax, Cr4PageSizeExtensions | Cr4OsFxsr | Cr4OsXmmExceptions);
        code.mov(cr4, eax);
        code.mov(eax, Cr0);
        code.mov(cr0, eax);
        code.mov(eax, stubs.External("nk_boot_high"));
        code.jmp(eax);

        // Prints what EDI points to and ends.
        var print = code.CreateLabel();
        var printed = code.CreateLabel();
        code.Label(ref refuse);
        code.mov(esi, edi);
        code.mov(dx, DebugPort);
        code.Label(ref print);
        code.lodsb();
        code.test(al, al);
        code.jz(printed);
        code.@out(dx, al);
        code.jmp(print);
        code.Label(ref printed);
        code.mov(al, RefusedExitCode);
        code.@out(ExitPort, al);
        code.cli();
        code.hlt();

        WriteHighPart(stubs);
        WriteTexts(stubs, features);
    }

    private static void CheckProcessor(StubAssembler stubs, Label refuse, IEnumerable<(int Bit, string Name)> features)
    {
        var code = stubs.Code;
        code.mov(edi, stubs.Physical("nk_text_no_cpuid"));
        code.pushfd();
        code.pop(eax);
        code.mov(ecx, eax);
        code.xor(eax, EflagsIdentification);
        code.push(eax);
        code.popfd();
        code.pushfd();
        code.pop(eax);
        code.cmp(eax, ecx);
        code.je(refuse);

        code.mov(eax, 1);
        code.cpuid();
        foreach (var (bit, _) in features)
        {
            code.mov(edi, stubs.Physical(TextOf(bit)));
            code.test(edx, 1u << bit);
            code.jz(refuse);
        }
    }

    /// <summary>Without memory for the page tables nothing can be said any more; all else is checked in C#.</summary>
    private static void CheckTablesMemory(StubAssembler stubs, Label refuse)
    {
        var code = stubs.Code;
        var enough = code.CreateLabel();
        code.cmp(esi, LoaderMagic);
        code.jne(enough);
        code.test(__byte_ptr[ebp], HasMemory);
        code.jz(enough);
        code.mov(edi, stubs.Physical("nk_text_no_memory"));
        code.cmp(__dword_ptr[ebp + UpperMemoryOffset], (VirtualMemoryMap.KernelPhysicalEnd - VirtualMemoryMap.KernelPhysicalBase) >> 10);
        code.jb(refuse);
        code.Label(ref enough);
    }

    /// <summary>Loads CR3: with the tables that know pages without code where the processor has PAE and NX, or with the others.</summary>
    private static void ChooseTables(Assembler code)
    {
        var chosen = code.CreateLabel();
        code.mov(edi, KernelTables.BootDirectory);
        code.mov(eax, ExtendedLeaves);
        code.cpuid();
        code.cmp(eax, ExtendedLeaves + 1);
        code.jb(chosen);
        code.mov(eax, 1);
        code.cpuid();
        code.test(edx, PhysicalAddressExtensionFeature);
        code.jz(chosen);
        code.mov(eax, ExtendedLeaves + 1);
        code.cpuid();
        code.test(edx, NoExecuteFeature);
        code.jz(chosen);

        code.mov(ecx, ExtendedFeatureEnable);
        code.rdmsr();
        code.or(eax, NoExecuteEnable);
        code.wrmsr();
        code.mov(eax, cr4);
        code.or(eax, Cr4PhysicalAddressExtension);
        code.mov(cr4, eax);
        code.mov(edi, KernelTables.ExtendedBootRoot);
        code.Label(ref chosen);
        code.mov(cr3, edi);
    }

    private static void WriteHighPart(StubAssembler stubs)
    {
        var code = stubs.Code;
        stubs.Global("nk_boot_high");
        code.mov(eax, cr4);
        code.or(eax, Cr4PageGlobalEnable);          // only with paging on: SDM vol. 3A, 4.10.2.4
        code.mov(cr4, eax);
        code.mov(esp, stubs.External("nk_kernel_stack"));

        code.mov(eax, cr3);
        code.mov(__[stubs.External("nk_double_fault_task_state") + DescriptorTables.TaskStateCr3], eax);
        PatchBase(stubs, DescriptorTables.TaskStateSelector, "nk_task_state");
        PatchBase(stubs, DescriptorTables.DoubleFaultSelector, "nk_double_fault_task_state");
        code.lgdt(__[stubs.External("nk_gdt_pointer")]);
        code.lidt(__[stubs.External("nk_idt_pointer")]);
        code.push((int)DescriptorTables.KernelCodeSelector);
        code.push((int)stubs.External("nk_boot_segments"));
        code.retf();

        stubs.Global("nk_boot_segments");
        code.mov(eax, DescriptorTables.UserDataSelector);
        code.mov(ds, ax);
        code.mov(es, ax);
        code.mov(eax, DescriptorTables.KernelDataSelector);
        code.mov(ss, ax);
        code.xor(eax, eax);
        code.mov(fs, ax);
        code.mov(gs, ax);
        code.lldt(ax);
        code.mov(__word_ptr[stubs.External("nk_task_state") + DescriptorTables.TaskStateSs0], (short)DescriptorTables.KernelDataSelector);
        code.mov(eax, DescriptorTables.TaskStateSelector);
        code.ltr(ax);
        code.fninit();

        code.mov(ecx, esi);
        code.mov(edx, ebp);
        code.call(stubs.External("nk_boot"));
        code.jmp(stubs.External("nk_resume"));
    }

    /// <summary>Puts an address into the three base fields of a descriptor (SDM vol. 3A, figure 3-8).</summary>
    private static void PatchBase(StubAssembler stubs, uint selector, string symbol)
    {
        var code = stubs.Code;
        var descriptor = stubs.External("nk_gdt") + (selector & ~7u);
        code.mov(eax, stubs.External(symbol));
        code.mov(__word_ptr[descriptor + 2], ax);
        code.shr(eax, 16);
        code.mov(__byte_ptr[descriptor + 4], al);
        code.mov(__byte_ptr[descriptor + 7], ah);
    }

    private static void WriteTexts(StubAssembler stubs, IEnumerable<(int Bit, string Name)> features)
    {
        var texts = stubs.Data(".rdata", SectionKind.ReadOnlyData, 1);
        texts.Global("nk_text_no_memory").Bytes(TextBytes("it has less than 4 MiB of memory without a hole"));
        texts.Global("nk_text_no_cpuid").Bytes(TextBytes("its processor lacks the CPUID instruction"));
        foreach (var (bit, name) in features)
            texts.Global(TextOf(bit)).Bytes(TextBytes("its processor lacks " + name));
    }

    private static string TextOf(int bit) => $"nk_text_no_feature_{bit}";

    private static byte[] TextBytes(string reason)
        => Encoding.UTF8.GetBytes($"nanokernel: the system cannot run on this machine: {reason}\n\0");
}
