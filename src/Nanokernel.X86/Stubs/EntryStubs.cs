using Iced.Intel;
using Nanokernel.Abi;
using Nanokernel.Model;
using Nanokernel.X86.Toolchain;
using static Iced.Intel.AssemblerRegisters;

namespace Nanokernel.X86.Stubs;

/// <summary>
/// Every way into the kernel, and the one way out. The processor has pushed SS, ESP, EFLAGS, CS and EIP to the end of the running
/// partition's structure, where TSS.ESP0 points; a stub pushes the rest of the context below that, changes to the kernel's stack and
/// calls C#, which returns the context to go on with in EAX, or null.
/// <code>
/// Partition + 128  SS ESP EFLAGS CS EIP  error-code vector  EAX ECX EDX EBX ESP EBP ESI EDI  + 68
/// </code>
/// </summary>
internal sealed class EntryStubs(StubAssembler stubs, CheckedSystem system)
{
    /// <summary>The vector of interrupt line 0.</summary>
    public const int FirstInterruptVector = 0x20;

    /// <summary>The vector of the timer where the system uses the APIC.</summary>
    public const int ApicTimerVector = 0x30;

    /// <summary>The spurious-interrupt vector of the local APIC.</summary>
    public const int ApicSpuriousVector = 0x3F;

    /// <summary>The stub of the timer.</summary>
    public const string TimerStub = "nk_interrupt_timer";

    /// <summary>The stub of an interrupt that is none.</summary>
    public const string SpuriousStub = "nk_interrupt_spurious";

    /// <summary>The number of exception vectors.</summary>
    public const int ExceptionCount = 32;

    /// <summary>The vector by which a recovery comes back to ring 0.</summary>
    public const int RecoveredVector = (int)Hypercall.Vector + 1;

    /// <summary>The stub of that gate.</summary>
    public const string RecoveredEntry = "nk_recovered_entry";

    /// <summary>The stub of the hypercall gate.</summary>
    public const string HypercallEntry = "nk_hypercall_entry";

    private const int LineCount = VirtualInterrupt.LineCount;
    private const int TimerLine = 0;
    private const int DoubleFaultVector = 8;
    private const byte MasterCommand = 0x20;
    private const byte SlaveCommand = 0xA0;
    private const byte SpecificEndOfInterrupt = 0x60;       // 8259A OCW2
    private const byte ReadInServiceRegister = 0x0B;        // 8259A OCW3
    private const byte CascadeLine = 2;
    private const uint LocalApicEndOfInterrupt = VirtualMemoryMap.LocalApic + 0xB0;

    // The error code of these comes from the processor: SDM vol. 3A, table 6-1.
    private static readonly int[] VectorsWithErrorCode = [8, 10, 11, 12, 13, 14, 17, 21];

    // NMI and #MC say that the machine is broken, whoever was running.
    private static readonly int[] MachineVectors = [2, 18];

    private Assembler Code => stubs.Code;

    private bool UsesApic => system.InterruptController == InterruptControllerKind.Apic;

    private bool IsTraced => system.TraceBytes != 0;

    /// <summary>Numbers from here on are answered without a look into the table.</summary>
    private int HypercallCount => Array.FindLastIndex(Services, service => service.IsServed) + 1;

    /// <summary>The services by the numbers of their hypercalls; what a system has no use for is answered as what nobody knows.</summary>
    private (string Name, bool IsServed)[] Services =>
    [
        ("unknown", true), ("yield", true), ("wait", true), ("set_timer", true), ("notify", true), ("unmask_interrupt", true),
        ("mask_interrupt", true), ("write_console", true), ("panic", true), ("exit", true), ("end_system", true), ("get_idle_time", true),
        ("read_pci_configuration", true), ("write_pci_configuration", true), ("acquire_lock", HasLocks), ("release_lock", HasLocks),
        ("open_persistent_block", system.PersistentPools.Any()), ("command_partition", system.Watches.Any()),
        ("replace_image", system.Partitions.Any(partition => partition.HasReplaceableImage)),
    ];

    private bool HasLocks => system.Locks.Any();

    /// <summary>The stub of an exception.</summary>
    public static string ExceptionStub(int vector) => $"nk_exception_{vector}";

    /// <summary>The stub of an interrupt line.</summary>
    public static string InterruptStub(int line) => $"nk_interrupt_{line}";

    /// <summary>What comes to a stub of the kernel.</summary>
    public static FrameEntry FrameEntryOf(string symbol) => symbol switch
    {
        "nk_resume" => FrameEntry.KernelExit,
        HypercallEntry or RecoveredEntry or TimerStub or SpuriousStub or "nk_exception_tail" => FrameEntry.KernelEntry,
        "nk_idle" or "nk_kernel_exception_tail" or "nk_double_fault" or "nk_recovery_entry" or "nk_boot_high" or "nk_boot_segments"
            => FrameEntry.Nobody,
        _ when Enumerable.Range(0, ExceptionCount).Any(vector => symbol == ExceptionStub(vector)) => FrameEntry.KernelEntry,
        _ when Enumerable.Range(0, LineCount).Any(line => symbol == InterruptStub(line)) => FrameEntry.KernelEntry,
        _ => FrameEntry.Called,
    };

    /// <summary>Writes all of them.</summary>
    public void Write()
    {
        WriteResume();
        WriteHypercall();
        WriteRecovery();
        WriteTimer();
        for (var line = 0; line < LineCount; line++)
            WriteInterrupt(line);
        stubs.Global(SpuriousStub);
        Code.iretd();
        for (var vector = 0; vector < ExceptionCount; vector++)
            WriteException(vector);
        WriteExceptionTail();
        WriteDoubleFault();
        WriteHypercallTable();
    }

    private void WriteResume()
    {
        // Interrupts arrive in ring 0, on this stack, which has the same layout as a context's end. None of them returns here but those
        // that change nothing. STI lets an interrupt in behind the next instruction only.
        var wait = Code.CreateLabel();
        stubs.Global("nk_idle");
        Code.mov(esp, stubs.External("nk_idle_stack"));
        Code.Label(ref wait);
        Code.sti();
        Code.hlt();
        Code.jmp(wait);

        stubs.Global("nk_resume");
        Code.test(eax, eax);
        Code.jz(stubs.External("nk_idle"));
        Code.mov(esp, eax);
        Code.popad();
        Code.add(esp, 8);
        Code.iretd();
    }

    private void WriteHypercall()
    {
        var unknown = Code.CreateLabel();
        var nothing = Code.CreateLabel();
        stubs.Global(HypercallEntry);
        Code.test(eax, eax);
        Code.jz(nothing);
        Code.sub(esp, 8);
        Code.pushad();
        Code.mov(ebx, eax);
        if (IsTraced)
            Code.mov(esi, esp);
        EnterKernel();
        Code.cmp(ebx, HypercallCount);
        Code.jae(unknown);
        if (IsTraced)
            TraceStubs.WriteHypercall(stubs);
        Code.call(__dword_ptr[(ebx * 4) + (int)stubs.External("nk_hypercall_table")]);
        Code.jmp(stubs.External("nk_resume"));

        Code.Label(ref nothing);
        Code.iretd();

        Code.Label(ref unknown);
        if (IsTraced)
            TraceStubs.WriteUnknownHypercall(stubs);
        Code.call(stubs.External("nk_serve_unknown"));
        Code.jmp(stubs.External("nk_resume"));
    }

    /// <summary>What <c>Recovery</c> runs in ring 1, and the gate by which it comes back, which ring 3 may not use.</summary>
    private void WriteRecovery()
    {
        stubs.Global("nk_recovery_entry_address");
        Code.mov(eax, stubs.External("nk_recovery_entry"));
        Code.ret();

        stubs.Global("nk_pause_recovery");
        Code.@int(unchecked((sbyte)RecoveredVector));
        Code.ret();

        stubs.Global("nk_recovery_entry");
        Code.call(stubs.External("nk_recover"));
        Code.@int(unchecked((sbyte)RecoveredVector));

        stubs.Global(RecoveredEntry);
        Code.sub(esp, 8);
        Code.pushad();
        EnterKernel();
        Code.call(stubs.External("nk_recovered"));
        Code.jmp(stubs.External("nk_resume"));
    }

    private void WriteTimer()
    {
        stubs.Global(TimerStub);
        Code.sub(esp, 8);
        Code.pushad();
        EnterFromLine(TimerLine, endOfInterrupt: true);
        Code.call(stubs.External("nk_timer_interrupt"));
        Code.jmp(stubs.External("nk_resume"));
    }

    private void WriteInterrupt(int line)
    {
        if (line == TimerLine)
            return;
        var owner = system.OwnerOfLine(line);
        stubs.Global(InterruptStub(line));
        if (owner is null && !system.MayFindLine(line))
        {
            // Masked for ever; only the spurious 15 has something to end, at the first controller.
            if (line == 15 && !UsesApic)
            {
                Code.push(eax);
                WriteEndOfInterrupt(CascadeLine);
                Code.pop(eax);
            }

            Code.iretd();
            return;
        }

        Code.sub(esp, 8);
        Code.pushad();
        if (line is 7 or 15 && !UsesApic)
            WriteSpuriousCheck(line);
        var level = owner is null || owner.InterruptLines.First(owned => owned.Line == line).Trigger == InterruptTrigger.Level;
        EnterFromLine(line, endOfInterrupt: !level);
        Code.mov(ecx, line);
        if (owner is not null)
            Code.mov(edx, owner.Index);
        Code.call(stubs.External(owner is null ? "nk_pci_interrupt" : level ? "nk_level_interrupt" : "nk_edge_interrupt"));
        Code.jmp(stubs.External("nk_resume"));
    }

    /// <summary>The 8259 is told by ports, at once; the local APIC by a store, which needs the kernel's DS.</summary>
    private void EnterFromLine(int line, bool endOfInterrupt)
    {
        if (endOfInterrupt && !UsesApic)
            WriteEndOfInterrupt(line);
        EnterKernel();
        if (endOfInterrupt && UsesApic)
            Code.mov(__dword_ptr[LocalApicEndOfInterrupt], 0);
    }

    /// <summary>A line that fell before it was acknowledged looks like line 7 of its controller, but is not in service.</summary>
    private void WriteSpuriousCheck(int line)
    {
        var real = Code.CreateLabel();
        Code.mov(al, ReadInServiceRegister);
        Code.@out(line == 7 ? MasterCommand : SlaveCommand, al);
        Code.@in(al, line == 7 ? MasterCommand : SlaveCommand);
        Code.test(al, 0x80);
        Code.jnz(real);
        if (line == 15)
            WriteEndOfInterrupt(CascadeLine);
        Code.popad();
        Code.add(esp, 8);
        Code.iretd();
        Code.Label(ref real);
    }

    private void WriteEndOfInterrupt(int line)
    {
        if (line >= 8)
        {
            Code.mov(al, (byte)(SpecificEndOfInterrupt | (line - 8)));
            Code.@out(SlaveCommand, al);
            line = CascadeLine;
        }

        Code.mov(al, (byte)(SpecificEndOfInterrupt | line));
        Code.@out(MasterCommand, al);
    }

    private void WriteException(int vector)
    {
        if (vector == DoubleFaultVector)
            return;
        stubs.Global(ExceptionStub(vector));
        if (!VectorsWithErrorCode.Contains(vector))
            Code.push(0);
        Code.push(vector);
        Code.jmp(stubs.External(MachineVectors.Contains(vector) ? "nk_kernel_exception_tail" : "nk_exception_tail"));
    }

    private void WriteExceptionTail()
    {
        stubs.Global("nk_exception_tail");
        Code.test(__byte_ptr[esp + 12], 3);         // the interrupted CS: ring 0?
        Code.jz(stubs.External("nk_kernel_exception_tail"));
        Code.pushad();
        EnterKernel();
        Code.call(stubs.External("nk_exception"));
        Code.jmp(stubs.External("nk_resume"));

        stubs.Global("nk_kernel_exception_tail");
        Code.pushad();
        Code.mov(eax, DescriptorTables.UserDataSelector);
        Code.mov(ds, ax);
        Code.mov(es, ax);
        Code.cld();
        Code.mov(ecx, esp);
        Code.call(stubs.External("nk_kernel_exception"));
        Code.jmp(stubs.External("nk_halt"));
    }

    /// <summary>
    /// The task of the task gate for #DF: it has a stack of its own, for the kernel's is what is broken. The registers that it reports
    /// are those that the task switch left in the first TSS, from EAX at offset 40 on in the order of pushad.
    /// </summary>
    private void WriteDoubleFault()
    {
        var state = stubs.External("nk_task_state");
        stubs.Global("nk_double_fault");
        Code.push(__dword_ptr[state + 36]);         // EFLAGS
        Code.push(__dword_ptr[state + 76]);         // CS
        Code.push(__dword_ptr[state + 32]);         // EIP
        Code.push(0);
        Code.push(DoubleFaultVector);
        for (var offset = 40u; offset < 72; offset += 4)
            Code.push(__dword_ptr[state + offset]);
        Code.mov(ecx, esp);
        Code.call(stubs.External("nk_kernel_exception"));
        Code.jmp(stubs.External("nk_halt"));
    }

    /// <summary>Whatever the partition left in DS, ES and the direction flag is not what C# expects.</summary>
    private void EnterKernel()
    {
        Code.mov(eax, DescriptorTables.UserDataSelector);
        Code.mov(ds, ax);
        Code.mov(es, ax);
        Code.cld();
        Code.mov(esp, stubs.External("nk_kernel_stack"));
    }

    private void WriteHypercallTable()
    {
        if (Services.Length != Hypercall.Count)
            throw new InvalidOperationException("The table of hypercalls does not fit their numbers.");
        var table = stubs.Data(".rdata", SectionKind.ReadOnlyData).Global("nk_hypercall_table");
        foreach (var (name, isServed) in Services.Take(HypercallCount))
            table.Address("nk_serve_" + (isServed ? name : "unknown"));
    }
}
