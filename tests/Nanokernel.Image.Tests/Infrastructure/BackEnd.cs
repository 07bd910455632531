using Nanokernel.Testing;

namespace Nanokernel.Image.Tests.Infrastructure;

/// <summary>An interrupt controller and a timer.</summary>
public enum BackEnd
{
    /// <summary>The 8259 pair and the 8254.</summary>
    Legacy,

    /// <summary>The APICs and the local APIC's timer.</summary>
    Apic,

    /// <summary>The APICs and the HPET.</summary>
    Hpet,

    /// <summary>The APICs and the 8254.</summary>
    ApicWithIntervalTimer,
}

/// <summary>Puts systems on back ends.</summary>
internal static class BackEndExtensions
{
    /// <summary>The same system on a back end.</summary>
    public static SourceSystem On(this SourceSystem system, BackEnd backEnd) => backEnd switch
    {
        BackEnd.Apic => system.Variant("apic", builder => builder.UsesInterruptController(InterruptControllerKind.Apic)),
        BackEnd.Hpet => system.Variant(
            "hpet", builder => builder.UsesInterruptController(InterruptControllerKind.Apic).UsesTimer(TimerKind.Hpet)),
        BackEnd.ApicWithIntervalTimer => system.Variant(
            "pit", builder => builder.UsesInterruptController(InterruptControllerKind.Apic).UsesTimer(TimerKind.Intel8254)),
        _ => system,
    };
}
