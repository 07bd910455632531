using Iced.Intel;
using Nanokernel.Abi;
using Nanokernel.Model;
using static Iced.Intel.AssemblerRegisters;

namespace Nanokernel.X86.Stubs;

/// <summary>What a partition has besides its C#: its entry, its upcall entry, hypercalls, ports, and the addresses of its channel ends and buffers.</summary>
internal static class PartitionStubs
{
    /// <summary>Where the kernel enters the partition; it has to be at the start of the partition's image.</summary>
    public const string EntrySymbol = "nk_partition_entry";

    /// <summary>Where the kernel enters it for an upcall.</summary>
    public const string UpcallSymbol = "nk_upcall_entry";

    /// <summary>Where the kernel enters it for an exception of its own, if it handles them.</summary>
    public const string ExceptionSymbol = "nk_exception_entry";

    /// <summary>What nothing in a partition refers to and the kernel needs.</summary>
    public static IReadOnlyList<string> RootSymbols(CheckedPartition partition)
    {
        ArgumentNullException.ThrowIfNull(partition);
        return partition.HandlesExceptions ? [UpcallSymbol, ExceptionSymbol] : [UpcallSymbol];
    }

    private const uint FlagAddress = VirtualMemoryMap.ControlPage;
    private const uint PendingAddress = VirtualMemoryMap.ControlPage + 4;
    private const uint InterruptedAddress = VirtualMemoryMap.ControlPage + 8;
    private const uint ExceptionFlagAddress = VirtualMemoryMap.ControlPage + 16;
    private const uint ExceptionInstructionAddress = VirtualMemoryMap.ControlPage + 32;

    /// <summary>Assembles the stubs of a partition. The object has to be the first of the partition's link.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="usesFloatingPoint">Whether its code has x87, MMX or SSE instructions, which an upcall must then preserve.</param>
    public static Toolchain.ObjectFile Assemble(CheckedPartition partition, bool usesFloatingPoint)
    {
        ArgumentNullException.ThrowIfNull(partition);

        var stubs = new StubAssembler($"stubs of partition '{partition.Name}'");
        WriteEntry(stubs);
        WriteUpcall(stubs, usesFloatingPoint);
        if (partition.HandlesExceptions)
            WriteException(stubs, usesFloatingPoint);
        WriteHypercalls(stubs);
        PortStubs.Write(stubs);
        foreach (var end in partition.Ends)
        {
            stubs.Global(end.Symbol);
            stubs.Code.mov(eax, EndAddress(end.Index));
            stubs.Code.ret();
        }

        for (var i = 0; i < partition.DmaBuffers.Length; i++)
        {
            stubs.Global("nk_dma_buffer_" + partition.DmaBuffers[i].Name.Replace('-', '_'));
            stubs.Code.mov(eax, WindowAddress(partition.DeviceWindows.Length + i));
            stubs.Code.ret();
        }

        return stubs.ToObjectFile();
    }

    private static unsafe uint EndAddress(int index)
        => VirtualMemoryMap.InformationPage + InformationPage.ChannelEndsOffset + ((uint)index * (uint)sizeof(ChannelEnd));

    /// <summary>The records of the buffers stand behind those of the device memory.</summary>
    private static unsafe uint WindowAddress(int index)
        => VirtualMemoryMap.InformationPage + InformationPage.MemoryWindowsOffset + ((uint)index * (uint)sizeof(MemoryWindow));

    private static void WriteEntry(StubAssembler stubs)
    {
        var code = stubs.Code;
        stubs.Global(EntrySymbol);
        code.mov(__dword_ptr[FlagAddress], 1);
        code.call(stubs.External("nk_partition_main"));
        code.xor(ecx, ecx);
        code.mov(eax, Hypercall.Exit);
        code.@int((sbyte)Hypercall.Vector);
        code.ud2();
    }

    /// <summary>
    /// The upcall: like an interrupt handler, it may come between any two instructions, so it saves everything. Its end is the only
    /// difficult part. Once the flag is set again, the next upcall may come before <c>ret</c>; a storm of them would then fill the
    /// stack. So an upcall that has interrupted these last instructions takes over their frame.
    /// <code>
    ///   stack at the flag's setting:  EFLAGS, return address        (registers are restored)
    ///   stack at ret:                 return address                (EFLAGS are restored too)
    /// </code>
    /// </summary>
    private static void WriteUpcall(StubAssembler stubs, bool usesFloatingPoint)
    {
        var code = stubs.Code;
        var again = code.CreateLabel();
        var atReturn = code.CreateLabel();
        var frame = code.CreateLabel();

        stubs.Global(UpcallSymbol);
        code.push(__dword_ptr[InterruptedAddress]);
        code.pushfd();
        code.pushad();
        code.mov(eax, __[InterruptedAddress]);
        code.cmp(eax, stubs.External("nk_upcall_again"));
        code.ja(frame);
        code.cmp(eax, stubs.External("nk_upcall_tail"));
        code.jb(frame);
        code.cmp(eax, stubs.External("nk_upcall_return"));
        code.je(atReturn);

        // In the tail but not at ret: our EFLAGS and return address are superfluous, those of the interrupted frame lie below them.
        code.popad();
        code.lea(esp, __[esp + 8]);
        code.Label(ref again);
        code.pushad();
        code.jmp(frame);

        // At ret: our return address is superfluous, our EFLAGS are the ones to keep.
        code.Label(ref atReturn);
        code.popad();
        code.popfd();
        code.lea(esp, __[esp + 4]);
        code.pushfd();
        code.pushad();

        code.Label(ref frame);
        CallManaged(stubs, "nk_upcall", usesFloatingPoint);
        code.popad();
        code.mov(__dword_ptr[FlagAddress], 1);

        // From here on the next upcall may come. What became pending while the flag was 0 is not delivered by itself.
        stubs.Global("nk_upcall_tail");
        code.cmp(__dword_ptr[PendingAddress], 0);
        code.jne(stubs.External("nk_upcall_again"));
        code.popfd();
        stubs.Global("nk_upcall_return");
        code.ret();
        stubs.Global("nk_upcall_again");
        code.mov(__dword_ptr[FlagAddress], 0);
        code.jmp(again);
    }

    /// <summary>The partition's own exception: the handler may change registers, flags and the address to go on at, which are on the stack.</summary>
    private static void WriteException(StubAssembler stubs, bool usesFloatingPoint)
    {
        var code = stubs.Code;
        stubs.Global(ExceptionSymbol);
        code.push(__dword_ptr[ExceptionInstructionAddress]);
        code.pushfd();
        code.pushad();
        code.mov(ecx, esp);
        CallManaged(stubs, "nk_exception_upcall", usesFloatingPoint);
        code.popad();
        code.mov(__dword_ptr[ExceptionFlagAddress], 1);
        code.popfd();
        code.ret();
    }

    private static void CallManaged(StubAssembler stubs, string method, bool usesFloatingPoint)
    {
        var code = stubs.Code;
        code.cld();
        if (usesFloatingPoint)
        {
            // FXSAVE wants 16-byte alignment (SDM vol. 2A); FNINIT because the interrupted code may have filled the x87 stack.
            code.mov(ebp, esp);
            code.sub(esp, 512);
            code.and(esp, -16);
            code.fxsave(__[esp]);
            code.fninit();
        }

        code.call(stubs.External(method));
        if (usesFloatingPoint)
        {
            code.fxrstor(__[esp]);
            code.mov(esp, ebp);
        }
    }

    private static void WriteHypercalls(StubAssembler stubs)
    {
        (string Name, uint Number)[] hypercalls =
        [
            ("nk_hypercall_null", Hypercall.Null), ("nk_hypercall_yield", Hypercall.Yield), ("nk_hypercall_wait", Hypercall.Wait),
            ("nk_hypercall_set_timer", Hypercall.SetTimer), ("nk_hypercall_notify", Hypercall.Notify),
            ("nk_hypercall_unmask_interrupt", Hypercall.UnmaskInterrupt), ("nk_hypercall_mask_interrupt", Hypercall.MaskInterrupt),
            ("nk_write_console", Hypercall.WriteConsole), ("nk_panic", Hypercall.Panic), ("nk_hypercall_exit", Hypercall.Exit),
            ("nk_hypercall_end_system", Hypercall.EndSystem), ("nk_hypercall_get_idle_time", Hypercall.GetIdleTime),
            ("nk_hypercall_read_pci_configuration", Hypercall.ReadPciConfiguration),
            ("nk_hypercall_write_pci_configuration", Hypercall.WritePciConfiguration), ("nk_hypercall_release_lock", Hypercall.ReleaseLock),
            ("nk_hypercall_open_persistent_block", Hypercall.OpenPersistentBlock),
            ("nk_hypercall_command_partition", Hypercall.CommandPartition), ("nk_hypercall_replace_image", Hypercall.ReplaceImage),
        ];
        foreach (var (name, number) in hypercalls)
        {
            stubs.Global(name);
            stubs.Code.mov(eax, number);
            stubs.Code.@int((sbyte)Hypercall.Vector);
            stubs.Code.ret();
        }

        WriteAcquireLock(stubs);
    }

    /// <summary>The deadline comes in ECX and EDX, the end on the stack.</summary>
    private static void WriteAcquireLock(StubAssembler stubs)
    {
        stubs.Global("nk_hypercall_acquire_lock");
        stubs.Code.push(ebx);
        stubs.Code.mov(ebx, __dword_ptr[esp + 8]);
        stubs.Code.mov(eax, Hypercall.AcquireLock);
        stubs.Code.@int((sbyte)Hypercall.Vector);
        stubs.Code.pop(ebx);
        stubs.Code.ret(4);
    }
}
