using System.Buffers.Binary;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Stubs;

/// <summary>A section of data under construction; see <see cref="StubAssembler.Data"/>. Values are little-endian.</summary>
internal sealed class StubData
{
    private readonly string _sectionName;
    private readonly SectionKind _kind;
    private readonly uint _alignment;
    private readonly MemoryStream _bytes = new();
    private readonly List<(uint Offset, string Name)> _globals = [];
    private readonly List<(uint Offset, RelocationKind Kind, string Symbol, int Addend)> _references = [];

    internal StubData(string sectionName, SectionKind kind, uint alignment) =>
        (_sectionName, _kind, _alignment) = (sectionName, kind, alignment);

    /// <summary>The bytes written so far.</summary>
    public uint Length => (uint)_bytes.Length;

    /// <summary>Gives the next byte a name that other objects see.</summary>
    /// <param name="name">The symbol.</param>
    public StubData Global(string name)
    {
        _globals.Add((Length, name));
        return this;
    }

    /// <summary>Writes bytes.</summary>
    public StubData Bytes(params ReadOnlySpan<byte> bytes)
    {
        _bytes.Write(bytes);
        return this;
    }

    /// <summary>Writes a 16-bit word.</summary>
    public StubData Word16(ushort value)
    {
        Span<byte> bytes = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        return Bytes(bytes);
    }

    /// <summary>Writes a 32-bit word.</summary>
    public StubData Word32(uint value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return Bytes(bytes);
    }

    /// <summary>Writes the address of a symbol.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="addend">Added to its address.</param>
    /// <param name="kind">The form: 32 bits, one of its halves, or physical.</param>
    public StubData Address(string symbol, int addend = 0, RelocationKind kind = RelocationKind.Absolute32)
    {
        _references.Add((Length, kind, symbol, addend));
        return kind is RelocationKind.Low16 or RelocationKind.High16 ? Word16(0) : Word32(0);
    }

    /// <summary>Writes zeros.</summary>
    /// <param name="count">How many bytes.</param>
    public StubData Zeros(uint count)
    {
        _bytes.SetLength(_bytes.Length + count);
        _bytes.Position = _bytes.Length;
        return this;
    }

    /// <summary>Writes zeros up to a multiple of a power of two from the section's start.</summary>
    /// <param name="alignment">The power of two.</param>
    public StubData Align(uint alignment) => Zeros((alignment - Length % alignment) % alignment);

    internal void AddTo(ObjectFile file, SymbolSet symbols, List<StubReference> references)
    {
        var section = new ObjectSection(_sectionName, _kind)
        {
            Alignment = _alignment,
            Data = _kind == SectionKind.ZeroFill ? [] : _bytes.ToArray(),
            Size = Length,
        };
        file.Sections.Add(section);
        for (var i = 0; i < _globals.Count; i++)
        {
            var next = i + 1 < _globals.Count ? _globals[i + 1].Offset : Length;
            symbols.Define(_globals[i].Name, section, _globals[i].Offset, next - _globals[i].Offset, isFunction: false);
        }
        foreach (var (offset, kind, symbol, addend) in _references)
            references.Add(new StubReference(section, offset, kind, symbol, addend));
    }
}
