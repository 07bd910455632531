using System.Runtime.InteropServices;
using Nanokernel.Abi;
using Nanokernel.Layout;
using Nanokernel.Model;
using Nanokernel.Policy;
using Nanokernel.Tracing;

namespace Nanokernel.Core.Tests.Tracing;

/// <summary>The memory of a machine whose kernel traces: written as the kernel's stub writes it.</summary>
internal sealed class RingMemory
{
    internal const ulong Frequency = 1_000_000_000;

    private readonly CheckedSystem _system;
    private readonly SystemLayout _layout;

    internal RingMemory(CheckedSystem system)
    {
        _system = system;
        _layout = SystemLayout.Solve(system);
        Bytes = new byte[_layout.PhysicalMemoryBytes];
    }

    internal byte[] Bytes { get; }

    internal Span<byte> Ring => Bytes.AsSpan((int)_layout.Trace!.PhysicalAddress, (int)_layout.Trace.Bytes);

    internal ref TraceHeader Header => ref MemoryMarshal.AsRef<TraceHeader>(Ring);

    internal Span<TraceRecord> Records => MemoryMarshal.Cast<byte, TraceRecord>(Ring[(int)TraceHeader.RecordsOffset..]);

    /// <summary>The kernel starts, and has measured its clock some counts later.</summary>
    internal unsafe RingMemory Boot(ulong time, uint counts = 0)
    {
        fixed (TraceHeader* header = &Header)
            TraceRing.Open(header, (uint)Records.Length, SystemTrace.IdentityOf(_system, _layout), Frequency, time);
        return Write(time + counts, TraceKind.Boot, null, 0, counts);
    }

    internal RingMemory Write(ulong time, TraceKind kind, int? partition, uint detail = 0, uint argument = 0)
    {
        Records[(int)(Header.Written % (ulong)Records.Length)] = new TraceRecord
        {
            Time = time,
            Kind = kind,
            Partition = (byte)(partition ?? TraceRecord.NoPartition),
            Detail = (ushort)detail,
            Argument = argument,
        };
        Header.Written++;
        return this;
    }

    internal SystemTrace Read() => TryRead(out var trace, out var problem) ? trace : throw new InvalidOperationException(problem);

    internal string ReadProblem() => TryRead(out _, out var problem) ? throw new InvalidOperationException("There is a trace.") : problem;

    private bool TryRead(
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out SystemTrace? trace,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out string? problem) =>
        SystemTrace.TryRead(new MemoryStream(Bytes), _system, _layout, out trace, out problem);
}
