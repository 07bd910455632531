using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Nanokernel.Layout;
using Nanokernel.Model;
using Nanokernel.Reporting;

namespace Nanokernel.Tracing;

/// <summary>
/// What the kernel of a system has traced, read from the memory of its machine. The memory may be damaged in any way: what makes no sense
/// is left out and counted.
/// </summary>
public sealed class SystemTrace
{
    internal SystemTrace(CheckedSystem system, ImmutableArray<TraceEvent> events)
    {
        System = system;
        Events = events;
    }

    /// <summary>The system.</summary>
    public CheckedSystem System { get; }

    /// <summary>The events that are left in the ring, the earliest first.</summary>
    public ImmutableArray<TraceEvent> Events { get; }

    /// <summary>The counts of the time-stamp counter in a second.</summary>
    public ulong TscFrequency { get; internal init; }

    /// <summary>How many events the kernel has written since the ring was begun.</summary>
    public ulong Written { get; internal init; }

    /// <summary>How many of the events in the ring make no sense and are left out.</summary>
    public int Damaged { get; internal init; }

    /// <summary>Reads the trace of a system.</summary>
    /// <param name="memory">The machine's physical memory from address 0 on; it can seek.</param>
    /// <param name="system">The system.</param>
    /// <param name="layout">Where it lies.</param>
    /// <param name="trace">The trace.</param>
    /// <param name="problem">Why there is none: a clause that says what is there instead.</param>
    /// <returns>Whether the memory holds a trace of this system.</returns>
    /// <exception cref="ArgumentException">The system declares no trace.</exception>
    /// <exception cref="IOException">The memory cannot be read.</exception>
    public static bool TryRead(
        Stream memory,
        CheckedSystem system,
        SystemLayout layout,
        [NotNullWhen(true)] out SystemTrace? trace,
        [NotNullWhen(false)] out string? problem)
    {
        ArgumentNullException.ThrowIfNull(memory);
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(layout);
        if (layout.Trace is not { } place)
            throw new ArgumentException($"System '{system.Name}' declares no trace.", nameof(system));

        var ring = new byte[place.Bytes];
        memory.Position = place.PhysicalAddress;
        var read = memory.ReadAtLeast(ring, ring.Length, throwOnEndOfStream: false);
        trace = null;
        problem = read < ring.Length
            ? "the memory ends before it"
            : TraceDecoder.Decode(ring, system, IdentityOf(system, layout), out trace);
        return problem is null && trace is not null;
    }

    /// <summary>
    /// The number by which kernel and tools know that a ring is of the same system: everything that the report of a system says goes into
    /// it.
    /// </summary>
    /// <param name="system">The system.</param>
    /// <param name="layout">Where it lies.</param>
    public static ulong IdentityOf(CheckedSystem system, SystemLayout layout) => BinaryPrimitives.ReadUInt64LittleEndian(
        SHA256.HashData(Encoding.UTF8.GetBytes(SystemReport.Create(system, layout).ToJson())));

    /// <summary>
    /// Writes the trace in the Trace Event Format, which Perfetto (ui.perfetto.dev) and chrome://tracing open: a process for each start of
    /// the kernel, and in it a thread for the kernel and one for each partition.
    /// </summary>
    /// <param name="output">Takes the JSON, in UTF-8.</param>
    public void WriteChromeTrace(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        new ChromeTrace(this).Write(output);
    }
}
