using System.Text;

namespace Nanokernel.X86.Toolchain;

/// <summary>Collects zero-terminated strings, each once.</summary>
internal sealed class ElfStringTable
{
    private readonly Dictionary<string, uint> _offsets = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly MemoryStream _bytes = new();

    public ElfStringTable() => _bytes.WriteByte(0);

    public ReadOnlySpan<byte> Bytes => _bytes.GetBuffer().AsSpan(0, (int)_bytes.Length);

    public uint Add(string text)
    {
        if (_offsets.TryGetValue(text, out var offset))
            return offset;
        offset = (uint)_bytes.Length;
        _bytes.Write(Encoding.UTF8.GetBytes(text));
        _bytes.WriteByte(0);
        _offsets.Add(text, offset);
        return offset;
    }
}
