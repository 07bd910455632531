// What the kernel would trace: the simulated system declares no trace.
using Nanokernel.Abi;

namespace Nanokernel.Kernel;

/// <summary>The signatures of Kernel/Trace.cs.</summary>
internal static class Trace
{
    public static void Write(TraceKind kind, int partition, uint detail, uint argument)
    {
    }

    public static void Write(TraceKind kind, uint detail, uint argument)
    {
    }
}
