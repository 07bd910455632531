using Nanokernel.Abi;
using Nanokernel.Model;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Stubs;

/// <summary>
/// The tables that the processor reads: GDT, IDT, the task state segment with its I/O bitmaps, that of the double fault, and the
/// kernel's stacks. They are data of the kernel's image; only the bases in the GDT are filled in at boot, for their bits lie apart.
/// </summary>
internal static class DescriptorTables
{
    /// <summary>Ring 0 code.</summary>
    public const uint KernelCodeSelector = 0x08;

    /// <summary>Ring 0 data.</summary>
    public const uint KernelDataSelector = 0x10;

    /// <summary>Ring 3 code.</summary>
    public const uint UserCodeSelector = 0x1B;

    /// <summary>Ring 3 data.</summary>
    public const uint UserDataSelector = 0x23;

    /// <summary>The one task.</summary>
    public const uint TaskStateSelector = 0x28;

    /// <summary>The task that reports a double fault.</summary>
    public const uint DoubleFaultSelector = 0x30;

    /// <summary>The task state segment.</summary>
    public const string TaskState = "nk_task_state";

    /// <summary>The offset of ESP0 in a TSS (SDM vol. 3A, figure 7-2).</summary>
    public const uint TaskStateEsp0 = 4;

    /// <summary>The offset of SS0 in a TSS.</summary>
    public const uint TaskStateSs0 = 8;

    /// <summary>The offset of CR3 in a task state segment.</summary>
    public const uint TaskStateCr3 = 28;

    /// <summary>The most partitions that can own ports: the I/O map base is a 16-bit offset.</summary>
    public const int PortBitmapMaximum = 8;

    private const uint TaskStateBytes = 104;
    private const uint PortBitmapBytes = 8192 + 1;      // SDM vol. 1, 19.5.2: a byte of ones ends the bitmap
    private const uint EmergencyStackBytes = 2048;
    private const uint ContextTailBytes = 8;            // ESP and SS, which the processor does not push in ring 0

    /// <summary>The offset of a partition's I/O bitmap in the TSS; that of the segment's end for one without ports.</summary>
    public static uint IoMapBase(CheckedSystem system, int partition)
    {
        var owners = system.Partitions.Count(p => p.OwnsPorts);
        var place = system.Partitions[partition].OwnsPorts
            ? system.Partitions.Take(partition).Count(p => p.OwnsPorts)
            : owners;
        return TaskStateBytes + ((uint)place * PortBitmapBytes);
    }

    /// <summary>Writes all tables.</summary>
    public static void Write(StubAssembler stubs, CheckedSystem system)
    {
        var taskStateBytes = TaskStateBytes + ((uint)system.Partitions.Count(p => p.OwnsPorts) * PortBitmapBytes);
        WriteGlobalDescriptors(stubs, taskStateBytes);
        WriteInterruptDescriptors(stubs, system);
        WriteDoubleFaultTaskState(stubs);

        stubs.Data(".bss", SectionKind.ZeroFill, 128).Global(TaskState).Zeros(taskStateBytes);
        stubs.Data(".bss", SectionKind.ZeroFill, VirtualMemoryMap.PageSize)
            .Global(KernelStubs.StackGuardSymbol).Zeros(VirtualMemoryMap.PageSize)
            .Zeros(VirtualMemoryMap.PageSize).Global("nk_kernel_stack")
            .Zeros(EmergencyStackBytes).Global("nk_emergency_stack")
            .Zeros(128 - ContextTailBytes).Global("nk_idle_stack").Zeros(ContextTailBytes);
    }

    private static void WriteGlobalDescriptors(StubAssembler stubs, uint taskStateBytes)
    {
        // SDM vol. 3A, figure 3-8. Access byte: P, DPL, S, type; flags: G, D/B. All segments but those of tasks are flat.
        var table = stubs.Data(".data", SectionKind.Data, 8).Global("nk_gdt");
        WriteDescriptor(table, 0, 0, 0);
        WriteDescriptor(table, 0xF_FFFF, 0x9B, 0xC);                // kernel code: execute, read, accessed
        WriteDescriptor(table, 0xF_FFFF, 0x93, 0xC);                // kernel data: read, write, accessed
        WriteDescriptor(table, 0xF_FFFF, 0xFB, 0xC);                // user code
        WriteDescriptor(table, 0xF_FFFF, 0xF3, 0xC);                // user data
        WriteDescriptor(table, taskStateBytes - 1, 0x89, 0);        // available 32-bit TSS
        WriteDescriptor(table, TaskStateBytes - 1, 0x89, 0);
        WriteDescriptor(table, 0xF_FFFF, 0xBB, 0xC);                // ring 1 code, where partitions are recovered
        WriteDescriptor(table, 0xF_FFFF, 0xB3, 0xC);                // ring 1 stack
        WritePointer(stubs, "nk_gdt_pointer", "nk_gdt", table.Length);
    }

    private static void WriteDescriptor(StubData table, uint limit, byte access, byte flags)
        => table.Word16((ushort)limit).Word16(0).Bytes(0, access, (byte)((flags << 4) | (int)(limit >> 16)), 0);

    private static void WriteInterruptDescriptors(StubAssembler stubs, CheckedSystem system)
    {
        var table = stubs.Data(".rdata", SectionKind.ReadOnlyData, 8).Global("nk_idt");
        for (var vector = 0; vector <= EntryStubs.RecoveredVector; vector++)
            WriteGate(table, vector, system.InterruptController == InterruptControllerKind.Apic);
        WritePointer(stubs, "nk_idt_pointer", "nk_idt", table.Length);
    }

    private static void WriteGate(StubData table, int vector, bool usesApic)
    {
        const byte interruptGate = 0x8E;                            // present, DPL 0, 32-bit interrupt gate (SDM vol. 3A, figure 6-2)
        const byte taskGate = 0x85;
        const byte ring1 = 0x20;                                    // DPL 1
        const byte ring3 = 0x60;                                    // DPL 3

        switch (vector)
        {
            case 8:
                table.Word16(0).Word16((ushort)DoubleFaultSelector).Bytes(0, taskGate).Word16(0);
                break;
            case 3 or 4:                                            // int3 and into
                WriteInterruptGate(table, EntryStubs.ExceptionStub(vector), interruptGate | ring3);
                break;
            case < EntryStubs.ExceptionCount:
                WriteInterruptGate(table, EntryStubs.ExceptionStub(vector), interruptGate);
                break;
            case EntryStubs.FirstInterruptVector when !usesApic:
            case EntryStubs.ApicTimerVector when usesApic:
                WriteInterruptGate(table, EntryStubs.TimerStub, interruptGate);
                break;
            case EntryStubs.FirstInterruptVector:
                table.Zeros(8);
                break;
            case EntryStubs.ApicSpuriousVector when usesApic:
                WriteInterruptGate(table, EntryStubs.SpuriousStub, interruptGate);
                break;
            case < EntryStubs.FirstInterruptVector + VirtualInterrupt.LineCount:
                WriteInterruptGate(table, EntryStubs.InterruptStub(vector - EntryStubs.FirstInterruptVector), interruptGate);
                break;
            case EntryStubs.RecoveredVector:
                WriteInterruptGate(table, EntryStubs.RecoveredEntry, interruptGate | ring1);
                break;
            case (int)Hypercall.Vector:
                WriteInterruptGate(table, EntryStubs.HypercallEntry, interruptGate | ring3);
                break;
            default:
                table.Zeros(8);
                break;
        }
    }

    private static void WriteInterruptGate(StubData table, string handler, byte type)
        => table.Address(handler, kind: RelocationKind.Low16).Word16((ushort)KernelCodeSelector).Bytes(0, type)
            .Address(handler, kind: RelocationKind.High16);

    private static void WriteDoubleFaultTaskState(StubAssembler stubs)
    {
        var state = stubs.Data(".data", SectionKind.Data, 128).Global("nk_double_fault_task_state");
        state.Zeros(TaskStateCr3).Word32(KernelTables.BootDirectory).Address("nk_double_fault").Word32(0x2);              // CR3, EIP, EFLAGS
        state.Zeros(16).Address("nk_emergency_stack").Zeros(12);                                            // ESP
        state.Word32(KernelDataSelector).Word32(KernelCodeSelector).Word32(KernelDataSelector).Word32(KernelDataSelector);
        state.Zeros(12).Word16(0).Word16((ushort)TaskStateBytes);                                           // FS, GS, LDT; I/O map base
    }

    /// <summary>The operand of LGDT and LIDT: limit and base.</summary>
    private static void WritePointer(StubAssembler stubs, string name, string table, uint bytes)
        => stubs.Data(".rdata", SectionKind.ReadOnlyData, 4).Word16(0).Global(name).Word16((ushort)(bytes - 1)).Address(table);
}
