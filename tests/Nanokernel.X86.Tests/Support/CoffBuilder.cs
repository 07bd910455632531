using System.Buffers.Binary;
using System.Text;

namespace Nanokernel.X86.Tests;

/// <summary>Makes COFF objects byte by byte, right or wrong, as a test needs them.</summary>
internal sealed class CoffBuilder
{
    public const uint Text = 0x6050_0020;
    public const uint ReadOnlyData = 0x4030_0040;
    public const uint Data = 0xC030_0040;
    public const uint ZeroFill = 0xC030_0080;
    public const uint Comdat = 0x1000;
    public const uint ExtendedRelocations = 0x0100_0000;
    public const uint Debug = 0x4210_0040;

    private readonly List<Section> _sections = [];
    private readonly List<byte[]> _symbols = [];
    private readonly MemoryStream _strings = new();

    public ushort Machine { get; set; } = 0x14C;

    public int AddSection(string name, uint flags, byte[] data, params (uint At, uint Symbol, ushort Type)[] relocations)
    {
        _sections.Add(new Section(name, data, (uint)data.Length, flags, [.. relocations]));
        return _sections.Count;
    }

    public int AddZeroFill(string name, uint size)
    {
        _sections.Add(new Section(name, [], size, ZeroFill, []));
        return _sections.Count;
    }

    public uint AddSymbol(string name, int section, uint value, byte storageClass = 2, ushort type = 0, byte auxiliaries = 0)
    {
        var record = new byte[18];
        var bytes = Encoding.UTF8.GetBytes(name);
        if (bytes.Length <= 8)
            bytes.CopyTo(record, 0);
        else
            BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(4), AddString(bytes));
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(8), value);
        BinaryPrimitives.WriteInt16LittleEndian(record.AsSpan(12), (short)section);
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(14), type);
        record[16] = storageClass;
        record[17] = auxiliaries;
        _symbols.Add(record);
        return (uint)_symbols.Count - 1;
    }

    /// <summary>The symbol that stands for a section and says how its COMDAT copies are chosen.</summary>
    public void AddSectionSymbol(string name, int section, byte selection, int associated = 0)
    {
        AddSymbol(name, section, 0, storageClass: 3, auxiliaries: 1);
        var record = new byte[18];
        BinaryPrimitives.WriteUInt16LittleEndian(record.AsSpan(12), (ushort)associated);
        record[14] = selection;
        _symbols.Add(record);
    }

    public byte[] Build()
    {
        var headers = new MemoryStream();
        var body = new MemoryStream();
        var bodyStart = 20 + 40 * _sections.Count;
        foreach (var section in _sections)
        {
            var rawOffset = section.Data.Length == 0 ? 0 : bodyStart + (int)body.Length;
            body.Write(section.Data);
            var relocationOffset = section.Relocations.Count == 0 ? 0 : bodyStart + (int)body.Length;
            foreach (var (at, symbol, type) in section.Relocations)
                Write(body, at, symbol, type);
            WriteHeader(headers, section.Name, section.Size, rawOffset, relocationOffset, section.Relocations.Count, section.Flags);
        }
        var symbolOffset = bodyStart + (int)body.Length;
        foreach (var symbol in _symbols)
            body.Write(symbol);
        Write(body, (uint)_strings.Length + 4);
        _strings.WriteTo(body);

        var file = new MemoryStream();
        Write(file, Machine, (ushort)_sections.Count, 0u, (uint)symbolOffset, (uint)_symbols.Count, (ushort)0, (ushort)0);
        headers.WriteTo(file);
        body.WriteTo(file);
        return file.ToArray();
    }

    private void WriteHeader(Stream stream, string name, uint size, int rawOffset, int relocationOffset, int relocations, uint flags)
    {
        var field = new byte[8];
        var bytes = Encoding.UTF8.GetBytes(name);
        if (bytes.Length > 8)
            bytes = Encoding.UTF8.GetBytes($"/{AddString(bytes)}");
        bytes.CopyTo(field, 0);
        stream.Write(field);
        var count = (flags & ExtendedRelocations) != 0 ? (ushort)0xFFFF : (ushort)relocations;
        Write(stream, 0u, 0u, size, (uint)rawOffset, (uint)relocationOffset, 0u, count, (ushort)0, flags);
    }

    private uint AddString(byte[] bytes)
    {
        var offset = (uint)_strings.Length + 4;
        _strings.Write(bytes);
        _strings.WriteByte(0);
        return offset;
    }

    private static void Write(Stream stream, params object[] fields)
    {
        foreach (var field in fields)
            stream.Write(field is ushort small ? BitConverter.GetBytes(small) : BitConverter.GetBytes((uint)field));
    }

    private sealed record Section(
        string Name, byte[] Data, uint Size, uint Flags, List<(uint At, uint Symbol, ushort Type)> Relocations);
}
