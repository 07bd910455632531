// What C# cannot say to the processor: one stub each, assembled by Stubs/ProcessorStubs.cs.
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Nanokernel.Kernel;

/// <summary>
/// Privileged instructions and wide arithmetic; the text in each comment is the whole of it. The boot stub has checked that the processor
/// has what they need.
/// </summary>
internal static unsafe class Processor
{
    /// <summary><c>out dx, al</c></summary>
    [RuntimeImport("nk_out8")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void Out8(uint port, uint value);

    /// <summary><c>rep outsb</c></summary>
    [RuntimeImport("nk_out_string8")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void OutString8(uint port, byte* bytes, uint count);

    /// <summary><c>in al, dx</c>, extended with zeros.</summary>
    [RuntimeImport("nk_in8")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern uint In8(uint port);

    /// <summary><c>out dx, ax</c></summary>
    [RuntimeImport("nk_out16")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void Out16(uint port, uint value);

    /// <summary><c>out dx, eax</c></summary>
    [RuntimeImport("nk_out32")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void Out32(uint port, uint value);

    /// <summary><c>in eax, dx</c></summary>
    [RuntimeImport("nk_in32")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern uint In32(uint port);

    /// <summary><c>rdtsc</c></summary>
    [RuntimeImport("nk_read_tsc")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern ulong ReadTimeStampCounter();

    /// <summary><c>mov eax, cr2</c>: the address of the latest page fault (SDM vol. 3A, 4.7).</summary>
    [RuntimeImport("nk_read_cr2")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern uint ReadPageFaultAddress();

    /// <summary><c>mov eax, cr0</c></summary>
    [RuntimeImport("nk_read_cr0")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern uint ReadControl0();

    /// <summary><c>mov eax, cr4</c></summary>
    [RuntimeImport("nk_read_cr4")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern uint ReadControl4();

    /// <summary><c>rep movsd</c></summary>
    [RuntimeImport("nk_copy_words")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void CopyWords(uint* target, uint* source, uint count);

    /// <summary><c>rep stosd</c></summary>
    [RuntimeImport("nk_fill_words")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void FillWords(uint* target, uint value, uint count);

    /// <summary><c>nop</c>, 32 times: some nanoseconds between two looks at a device.</summary>
    [RuntimeImport("nk_delay")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void Delay();

    /// <summary><c>pushfd; pop eax; cli</c>: nobody comes between; in ring 1, too, where the I/O privilege level is 1 (SDM vol. 2A, CLI).</summary>
    /// <returns>EFLAGS, for <see cref="RestoreInterrupts"/>.</returns>
    [RuntimeImport("nk_hold_interrupts")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern uint HoldInterrupts();

    /// <summary><c>push ecx; popfd</c></summary>
    [RuntimeImport("nk_restore_interrupts")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void RestoreInterrupts(uint flags);

    /// <summary><c>invlpg [ecx]</c>: forgets where a page was (SDM vol. 3A, 4.10.4.1).</summary>
    [RuntimeImport("nk_forget_page")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void ForgetPage(uint address);

    /// <summary>CR4.PAE: the boot stub has found NX and taken the tables that use it.</summary>
    [RuntimeImport("nk_uses_extended_paging")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern bool UsesExtendedPaging();

    /// <summary><c>div</c>: (high:low) / divisor, where high is less than the divisor.</summary>
    [RuntimeImport("nk_divide")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern uint Divide(uint high, uint low, uint divisor);

    /// <summary>
    /// Makes a partition the one that the processor returns to from ring 0: TSS.ESP0, the I/O map base and CR3 from the first three
    /// words of <see cref="Partition"/>; FS and GS become null.
    /// </summary>
    [RuntimeImport("nk_activate")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void Activate(Partition* partition);

    /// <summary>
    /// Reads the time-stamp counter into a place, and adds the time since <see cref="Partition.StoppedAt"/> to a partition's
    /// <see cref="Abi.InformationPage.ProcessorTimeBase"/>: 64-bit sums take the compiler four times as many instructions.
    /// </summary>
    [RuntimeImport("nk_start_time")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void StartTime(ulong* now, Partition* partition);

    /// <summary><c>fxsave [ecx]</c></summary>
    [RuntimeImport("nk_save_floating_point")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void SaveFloatingPoint(byte* area);

    /// <summary><c>fxrstor [ecx]</c></summary>
    [RuntimeImport("nk_restore_floating_point")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void RestoreFloatingPoint(byte* area);

    /// <summary><c>clts</c>: x87, MMX and SSE instructions run (CR0.TS, SDM vol. 3A, 2.5).</summary>
    [RuntimeImport("nk_allow_floating_point")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void AllowFloatingPoint();

    /// <summary>Sets CR0.TS: the next x87, MMX or SSE instruction raises #NM.</summary>
    [RuntimeImport("nk_forbid_floating_point")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void ForbidFloatingPoint();

    /// <summary><c>cli; hlt</c> for ever.</summary>
    [RuntimeImport("nk_halt")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    public static extern void Halt();
}
