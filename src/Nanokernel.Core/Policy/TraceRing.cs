// Does the ring of an earlier start go on, or is a new one begun?
using Nanokernel.Abi;

namespace Nanokernel.Policy;

/// <summary>
/// The start of the kernel's trace. What lies there after a warm reset of the machine is the ring of the start before; after power-on it
/// is anything.
/// </summary>
internal static unsafe class TraceRing
{
    /// <summary>Opens the ring for one more start of the kernel.</summary>
    /// <param name="header">The ring. Only an intact one of the same system goes on; every other is begun anew.</param>
    /// <param name="capacity">How many records it has room for.</param>
    /// <param name="identity">Of which system it is.</param>
    /// <param name="frequency">Counts of the TSC a second.</param>
    /// <param name="now">The TSC at this start.</param>
    public static void Open(TraceHeader* header, uint capacity, ulong identity, ulong frequency, ulong now)
    {
        if (header->Magic != TraceHeader.ExpectedMagic || header->Version != TraceHeader.CurrentVersion
            || header->Capacity != capacity || header->Identity != identity)
        {
            header->Magic = 0;
            header->Version = TraceHeader.CurrentVersion;
            header->Capacity = capacity;
            header->Boots = 0;
            header->Written = 0;
            header->Identity = identity;
        }

        header->Boots++;
        header->TscFrequency = frequency;
        header->TscAtBoot = now;

        // Last: a reset in between leaves no ring that looks begun.
        header->Magic = TraceHeader.ExpectedMagic;
    }
}
