using System.Collections.Concurrent;

namespace Nanokernel.X86.Emulation;

/// <summary>What QEMU itself says on its standard streams: kept word for word for the findings.</summary>
internal sealed class QemuErrors
{
    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>All of it in one line.</summary>
    public string Text => _lines.IsEmpty ? "it said nothing" : string.Join(" | ", _lines);

    public void Add(string line) => _lines.Enqueue(line);
}
