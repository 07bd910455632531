// The ring of the kernel's latest events, in a system that declares one.
using System.Runtime;
using System.Runtime.CompilerServices;
using Nanokernel.Abi;
using Nanokernel.Policy;

namespace Nanokernel.Kernel;

/// <summary>
/// Every call stands behind <see cref="KernelConfiguration.HasTrace"/>. A record is written by one stub, which the hypercall gate shares:
/// 64-bit counts take the compiler several times as many instructions.
/// </summary>
internal static unsafe class Trace
{
    /// <summary>Opens the ring, or goes on with the one that lies there. The clock's rate is known.</summary>
    public static void Initialize()
    {
        TraceRing.Open(
            (TraceHeader*)VirtualMemoryMap.Trace, KernelConfiguration.TraceCapacity, KernelConfiguration.SystemIdentity, Clock.Frequency, Clock.AtBoot);
        Write(TraceKind.Boot, 0, (uint)(Clock.Now - Clock.AtBoot));
    }

    /// <summary>Adds an event of a partition's, or of none where the index is negative.</summary>
    public static void Write(TraceKind kind, int partition, uint detail, uint argument)
        => Append((uint)kind | ((uint)(byte)partition << 8) | (detail << 16), argument);

    /// <summary>Adds an event that is no partition's.</summary>
    public static void Write(TraceKind kind, uint detail, uint argument) => Write(kind, -1, detail, argument);

    /// <summary>What the hypercall gate adds to its number to have the first word of a record.</summary>
    public static uint HypercallWord(int partition) => (uint)TraceKind.Hypercall | ((uint)partition << 8);

    /// <summary>Writes a <see cref="TraceRecord"/> of the time and two words, then counts it.</summary>
    [RuntimeImport("nk_trace")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern void Append(uint what, uint argument);
}
