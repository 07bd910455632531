using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Nanokernel.X86.Building;
using Nanokernel.X86.Emulation;
using Nanokernel.X86.Stubs;

namespace Nanokernel.Replay.Tests;

/// <summary>An entry into the kernel of an image that ran.</summary>
/// <param name="Vector">The vector of the interrupt.</param>
/// <param name="Partition">Which partition was interrupted or called; negative where the processor idled.</param>
/// <param name="Reads">How many times the kernel had read the time-stamp counter before.</param>
/// <param name="Eax">A hypercall's number.</param>
/// <param name="Ecx">Its first argument.</param>
/// <param name="Edx">Its second argument.</param>
/// <param name="Ebx">Its third.</param>
internal readonly record struct TraceEntry(uint Vector, int Partition, int Reads, uint Eax, uint Ecx, uint Edx, uint Ebx);

/// <summary>
/// What the kernel of an image saw and did, written down by the emulator: every entry with its registers, and every value of the
/// time-stamp counter that the kernel read. The image is the one that a user gets.
/// </summary>
internal sealed class Trace
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private const int RdtscBytes = 2;

    private readonly List<ulong> _reads = [];
    private readonly List<TraceEntry> _entries = [];

    /// <summary>The entries in their order.</summary>
    public IReadOnlyList<TraceEntry> Entries => _entries;

    /// <summary>What the kernel read from the time-stamp counter, from boot on.</summary>
    public IReadOnlyList<ulong> Reads => _reads;

    /// <summary>What the image printed.</summary>
    public required IReadOnlyList<string> Console { get; init; }

    /// <summary>Runs an image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="devices">More devices.</param>
    /// <param name="speed">The logarithm of the nanoseconds that an instruction takes.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<Trace> OfAsync(ImageResult image, IReadOnlyList<string> devices, int speed, CancellationToken cancellation)
    {
        if (!image.Kernel.TryFindSymbol("nk_read_tsc", out var stub))
            throw new InvalidOperationException("The kernel has no stub that reads the time-stamp counter.");
        var behind = stub.Address + RdtscBytes;
        var path = Path.ChangeExtension(image.ImagePath, ".trace");
        var options = new QemuOptions
        {
            Image = image.ImagePath,
            Devices = devices,
            ExtraArguments = ["-icount", $"shift={speed},sleep=off", "-d", "int,cpu,nochain", "-dfilter", $"0x{behind:x}+0x1", "-D", path],
        };
        await using var machine = await QemuMachine.StartAsync(options, cancellation);
        if (await machine.WaitForExitAsync(Limit, cancellation) != 0)
            throw new InvalidOperationException($"'{image.ImagePath}' failed:\n{string.Join('\n', machine.DebugConsole.Lines)}");
        var trace = new Trace { Console = machine.DebugConsole.Lines };
        trace.Read(path, behind);
        File.Delete(path);
        return trace;
    }

    // An entry begins with a line "0: v=40 e=0000 i=1 cpl=3 ..."; the registers follow as they do where the filter strikes.
    private void Read(string path, uint behindRead)
    {
        uint vector = 0, eax = 0, ecx = 0, edx = 0, ebx = 0;
        var isEntry = false;
        var fromRing3 = false;
        foreach (var line in File.ReadLines(path))
        {
            var start = line.IndexOf(": v=", StringComparison.Ordinal);
            if (start >= 0)
            {
                (isEntry, vector, fromRing3) = (true, Hexadecimal(line, "v="), line.Contains(" cpl=3", StringComparison.Ordinal));
            }
            else if (line.StartsWith("EAX=", StringComparison.Ordinal))
            {
                (eax, ecx, edx, ebx) = (Hexadecimal(line, "EAX="), Hexadecimal(line, "ECX="), Hexadecimal(line, "EDX="), Hexadecimal(line, "EBX="));
            }
            else if (!isEntry && line.StartsWith("EIP=", StringComparison.Ordinal) && Hexadecimal(line, "EIP=") == behindRead)
            {
                // The emulator may come to an instruction twice before it executes it.
                var value = ((ulong)edx << 32) | eax;
                if (_reads.Count == 0 || _reads[^1] != value)
                    _reads.Add(value);
            }
            else if (isEntry && line.StartsWith("CR0=", StringComparison.Ordinal))
            {
                isEntry = false;
                if (_reads.Count != 0)
                    _entries.Add(new TraceEntry(vector, fromRing3 ? PartitionOf(Hexadecimal(line, "CR3=")) : -1, _reads.Count, eax, ecx, edx, ebx));
            }
        }
    }

    private static int PartitionOf(uint root)
    {
        for (var index = 0; index < Kernel.Partitions.Count; index++)
        {
            if (root == KernelTables.PageDirectory(index) || root == KernelTables.ExtendedRoot(index))
                return index;
        }

        throw new InvalidDataException($"No partition has its tables at {root:X}.");
    }

    private static uint Hexadecimal(string line, string name)
    {
        var start = line.IndexOf(name, StringComparison.Ordinal) + name.Length;
        var end = start;
        while (end < line.Length && char.IsAsciiHexDigit(line[end]))
            end++;
        return uint.Parse(line.AsSpan(start, end - start), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }
}
