using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Nanokernel.Abi;
using Nanokernel.Model;

namespace Nanokernel.Tracing;

/// <summary>Reads events from the bytes of a ring.</summary>
internal static class TraceDecoder
{
    private const double MicrosecondsPerSecond = 1_000_000;

    /// <summary>Reads a ring.</summary>
    /// <param name="ring">Header page and records, as many bytes as the system declares.</param>
    /// <param name="system">The system.</param>
    /// <param name="identity">What its ring's header has to have.</param>
    /// <param name="trace">The trace, or null.</param>
    /// <returns>Why there is none, or null.</returns>
    internal static string? Decode(ReadOnlySpan<byte> ring, CheckedSystem system, ulong identity, out SystemTrace? trace)
    {
        trace = null;
        var header = MemoryMarshal.Read<TraceHeader>(ring);
        var records = MemoryMarshal.Cast<byte, TraceRecord>(ring[(int)TraceHeader.RecordsOffset..]);
        if (header.Magic != TraceHeader.ExpectedMagic)
            return "the kernel has not begun one";
        if (header.Version != TraceHeader.CurrentVersion)
            return $"it has one of version {header.Version}, and this is version {TraceHeader.CurrentVersion}";
        if (header.Identity != identity || header.Capacity != records.Length)
            return "it has one of another system";
        if (header.TscFrequency == 0)
            return "it has one without a clock rate";

        // Of a full ring, the kernel may just have been writing over the earliest.
        var isFull = header.Written >= (ulong)records.Length;
        var count = isFull ? records.Length - 1 : (int)header.Written;
        var first = header.Written - (ulong)count;
        var whole = new List<TraceRecord>(count);
        for (var index = 0; index < count; index++)
        {
            var record = records[(int)((first + (ulong)index) % (ulong)records.Length)];
            if (MakesSense(record, system) && (whole.Count == 0 || record.Kind == TraceKind.Boot || record.Time >= whole[^1].Time))
                whole.Add(record);
        }

        trace = new SystemTrace(system, Place(whole, header))
        {
            TscFrequency = header.TscFrequency,
            Written = header.Written,
            Damaged = count - whole.Count,
        };
        return null;
    }

    /// <summary>Gives each record its boot, and a time that goes on from one boot to the next whatever the counter did in between.</summary>
    private static ImmutableArray<TraceEvent> Place(List<TraceRecord> records, TraceHeader header)
    {
        var starts = records.Count(record => record.Kind == TraceKind.Boot);
        var earlier = records is [{ Kind: not TraceKind.Boot }, ..] ? 1 : 0;
        var boot = (int)Math.Clamp((long)header.Boots - starts - earlier, 0, int.MaxValue - records.Count) + earlier;
        var events = ImmutableArray.CreateBuilder<TraceEvent>(records.Count);

        // Modulo 2^64, as the counter itself.
        var origin = records is [] ? 0 : records[0].Time;
        if (records is [{ Kind: TraceKind.Boot }, ..])
            origin -= records[0].Argument;
        else if (starts == 0 && header.TscAtBoot < origin)
            origin = header.TscAtBoot;
        for (var index = 0; index < records.Count; index++)
        {
            var record = records[index];
            if (record.Kind == TraceKind.Boot)
            {
                boot++;
                if (index > 0 && record.Time < records[index - 1].Time)
                    origin -= records[index - 1].Time - record.Time;
            }

            events.Add(new TraceEvent(
                boot,
                (record.Time - origin) * MicrosecondsPerSecond / header.TscFrequency,
                record.Kind,
                record.Partition == TraceRecord.NoPartition ? null : record.Partition,
                record.Detail,
                record.Argument));
        }

        return events.MoveToImmutable();
    }

    private static bool MakesSense(TraceRecord record, CheckedSystem system)
    {
        var isPartition = record.Partition < system.Partitions.Length;
        return record.Kind switch
        {
            TraceKind.Boot or TraceKind.Timer or TraceKind.SystemEnd or TraceKind.KernelFault => record.Partition == TraceRecord.NoPartition,
            TraceKind.Switch => isPartition || record.Partition == TraceRecord.NoPartition,
            TraceKind.Notification => isPartition && record.Argument < (uint)system.Partitions.Length,
            > TraceKind.None and <= TraceKind.KernelFault => isPartition,
            _ => false,
        };
    }
}
