using System.Diagnostics.CodeAnalysis;
using Nanokernel.Layout;
using Nanokernel.Model;
using Nanokernel.Tracing;
using Nanokernel.X86.Emulation;

namespace Nanokernel.X86.CommandLine;

/// <summary>
/// Takes the kernel's trace out of a machine that has ended: the machine's memory is a file, which outlives QEMU however it ends. The guest
/// does nothing for that, and need not be in order.
/// </summary>
internal sealed class TraceFile : IDisposable
{
    private readonly CheckedSystem _system;
    private readonly SystemLayout _layout;
    private readonly string _path;

    /// <summary>Prepares to trace a machine.</summary>
    /// <param name="system">The system.</param>
    /// <param name="layout">Where it lies.</param>
    /// <param name="path">The file to write.</param>
    /// <exception cref="EmulationException">NK3008 the system declares no trace, NK3010 the file cannot be written.</exception>
    public TraceFile(CheckedSystem system, SystemLayout layout, string path)
    {
        if (layout.Trace is null)
            throw new EmulationException(EmulationRules.TraceNotDeclared, system.Name, path);
        (_system, _layout, _path) = (system, layout, path);
        try
        {
            File.Create(_path).Dispose();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(exception);
        }
    }

    /// <summary>The file that is to be the machine's memory.</summary>
    public string MemoryFile { get; } = Path.Combine(Path.GetTempPath(), $"nanokernel-{Guid.NewGuid():N}.memory");

    /// <summary>Writes the trace; the machine has ended.</summary>
    /// <param name="image">The image that ran.</param>
    /// <param name="problem">NK3009: there is no trace of the system. NK3010: the file cannot be written.</param>
    public bool TryWrite(string image, [NotNullWhen(false)] out EmulationException? problem)
    {
        problem = null;
        try
        {
            if (TryRead(out var trace, out var finding))
            {
                using var output = File.Create(_path);
                trace.WriteChromeTrace(output);
            }
            else
            {
                problem = new EmulationException(EmulationRules.TraceNotFound, image, _system.Name, _layout.Trace!.PhysicalAddress, finding);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem = NotWritable(exception);
        }

        return problem is null;
    }

    /// <inheritdoc />
    public void Dispose() => File.Delete(MemoryFile);

    private bool TryRead([NotNullWhen(true)] out SystemTrace? trace, [NotNullWhen(false)] out string? problem)
    {
        (trace, problem) = (null, "the machine did not start");
        if (!File.Exists(MemoryFile))
            return false;
        using var memory = File.OpenRead(MemoryFile);
        return SystemTrace.TryRead(memory, _system, _layout, out trace, out problem);
    }

    private EmulationException NotWritable(Exception exception) => new(EmulationRules.TraceNotWritable, _path, exception.Message);
}
