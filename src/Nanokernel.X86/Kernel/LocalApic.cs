// The processor's own interrupt controller, and its timer.
using System.Runtime;
using System.Runtime.CompilerServices;
using System.Threading;
using Nanokernel.Abi;

namespace Nanokernel.Kernel;

/// <summary>The local APIC: Intel SDM volume 3A, chapter 11 (10 in older editions), which has the names of registers and bits.</summary>
internal static unsafe class LocalApic
{
    private const uint Identification = 0x20;
    private const uint TaskPriority = 0x80;
    private const uint EndOfInterruptRegister = 0xB0;
    private const uint SpuriousVector = 0xF0;
    private const uint LvtTimer = 0x320;
    private const uint LvtLint0 = 0x350;
    private const uint LvtError = 0x370;
    private const uint InitialCount = 0x380;
    private const uint CurrentCount = 0x390;
    private const uint DivideConfiguration = 0x3E0;

    private const uint SoftwareEnable = 1u << 8;
    private const uint Masked = 1u << 16;
    private const uint DivideBy16 = 0x3;

    // IA32_APIC_BASE (SDM vol. 3A, 11.4.4).
    private const uint X2ApicEnable = 1u << 10;
    private const uint GlobalEnable = 1u << 11;
    private const uint BaseMask = 0xFFFF_F000;

    /// <summary>The identification, to which the I/O APIC sends.</summary>
    public static uint Id => Read(Identification) >> 24;

    /// <summary><c>rdmsr</c> of IA32_APIC_BASE, its low half.</summary>
    [RuntimeImport("nk_read_apic_base")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern uint ReadBase();

    /// <summary>Enables it, with every local source masked. The 8259 pair, which asks on LINT0, is cut off.</summary>
    public static bool TryInitialize()
    {
        var configuration = ReadBase();
        if ((configuration & GlobalEnable) == 0 || (configuration & X2ApicEnable) != 0)
            return Boot.Refuse("the firmware has its local APIC switched off, or in x2APIC mode"u8);
        if ((configuration & BaseMask) != KernelConfiguration.LocalApicAddress)
            return Boot.RefuseAddress("the local APIC"u8, configuration & BaseMask, KernelConfiguration.LocalApicAddress);

        Write(SpuriousVector, SoftwareEnable | InterruptController.ApicSpuriousVector);
        Write(TaskPriority, 0);
        Write(LvtTimer, Masked);
        Write(LvtLint0, Masked);
        Write(LvtError, Masked);
        EndOfInterrupt();
        return true;
    }

    /// <summary>Ends the interrupt in service; a level-triggered one at the I/O APIC, too.</summary>
    public static void EndOfInterrupt() => Write(EndOfInterruptRegister, 0);

    /// <summary>Lets the timer count down once from each start, a count every 16 cycles of its clock.</summary>
    public static void InitializeTimer()
    {
        Write(DivideConfiguration, DivideBy16);
        Write(LvtTimer, InterruptController.ApicTimerVector);
    }

    /// <summary>Lets the timer count, without an interrupt, to be read.</summary>
    public static void StartMeasurement()
    {
        Write(LvtTimer, Masked);
        Write(DivideConfiguration, DivideBy16);
        Write(InitialCount, uint.MaxValue);
    }

    /// <summary>The counts since <see cref="StartMeasurement"/>; ends it.</summary>
    public static uint EndMeasurement()
    {
        var counts = uint.MaxValue - Read(CurrentCount);
        Write(InitialCount, 0);
        return counts;
    }

    /// <summary>Asks for an interrupt in so many counts, and forgets what was asked before.</summary>
    public static void StartTimer(uint counts) => Write(InitialCount, counts);

    private static uint Read(uint register) => Volatile.Read(ref *(uint*)(VirtualMemoryMap.LocalApic + register));

    private static void Write(uint register, uint value) => Volatile.Write(ref *(uint*)(VirtualMemoryMap.LocalApic + register), value);
}
