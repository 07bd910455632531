using Nanokernel.Abi;

namespace Nanokernel.Tracing;

/// <summary>The names of hypercalls in a trace, by their numbers in <see cref="Hypercall"/>.</summary>
internal static class HypercallNames
{
    internal static readonly string[] All =
    [
        nameof(Hypercall.Null),
        nameof(Hypercall.Yield),
        nameof(Hypercall.Wait),
        nameof(Hypercall.SetTimer),
        nameof(Hypercall.Notify),
        nameof(Hypercall.UnmaskInterrupt),
        nameof(Hypercall.MaskInterrupt),
        nameof(Hypercall.WriteConsole),
        nameof(Hypercall.Panic),
        nameof(Hypercall.Exit),
        nameof(Hypercall.EndSystem),
        nameof(Hypercall.GetIdleTime),
        nameof(Hypercall.ReadPciConfiguration),
        nameof(Hypercall.WritePciConfiguration),
        nameof(Hypercall.AcquireLock),
        nameof(Hypercall.ReleaseLock),
        nameof(Hypercall.OpenPersistentBlock),
        nameof(Hypercall.CommandPartition),
        nameof(Hypercall.ReplaceImage),
    ];

    internal static string Of(int number) => number < All.Length ? All[number] : $"hypercall {number}";
}
