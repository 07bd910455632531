using System.Text;
using Iced.Intel;

namespace Nanokernel.Tests;

/// <summary>Makes ELF32 executables byte by byte, as a linker of another language would, right or wrong, as a test needs them.</summary>
internal sealed class GuestElf
{
    public const uint Base = 0x0040_0000;
    public const uint Execute = 5;
    public const uint Read = 4;
    public const uint Write = 6;

    private const int HeaderBytes = 52;
    private const int ProgramHeaderBytes = 32;

    private readonly List<Segment> _segments = [];
    private readonly List<(string Name, uint Address, uint Size, byte Type)> _symbols = [];
    private readonly List<(string Name, uint Address, byte[] Data)> _sections = [];

    /// <summary>Where the program begins.</summary>
    public uint Entry { get; set; } = Base;

    /// <summary>Executable or, as 3, a shared object.</summary>
    public ushort Type { get; set; } = 2;

    /// <summary>The processor: 3 is the 80386.</summary>
    public ushort Machine { get; set; } = 3;

    /// <summary>Adds code that begins at an address, and a function symbol over all of it.</summary>
    public GuestElf Code(Action<Assembler> write, uint address = Base, string name = "_start")
    {
        var code = Assemble(write, address);
        return Load(address, Execute, code).Function(name, address, (uint)code.Length);
    }

    /// <summary>Instructions as bytes.</summary>
    public static byte[] Assemble(Action<Assembler> write, uint address)
    {
        var assembler = new Assembler(32);
        write(assembler);
        var code = new MemoryStream();
        assembler.Assemble(new StreamCodeWriter(code), address);
        return code.ToArray();
    }

    /// <summary>Adds a segment that is loaded.</summary>
    public GuestElf Load(uint address, uint flags, byte[] data, uint? memoryBytes = null) =>
        Header(1, address, flags, data, memoryBytes ?? (uint)data.Length);

    /// <summary>Adds a program header of any type.</summary>
    public GuestElf Header(uint type, uint address, uint flags, byte[] data, uint memoryBytes)
    {
        _segments.Add(new Segment(type, address, flags, data, memoryBytes));
        return this;
    }

    /// <summary>Adds a function symbol.</summary>
    public GuestElf Function(string name, uint address, uint size)
    {
        _symbols.Add((name, address, size, 2));
        return this;
    }

    /// <summary>Adds the symbol of a variable.</summary>
    public GuestElf Variable(string name, uint address, uint size)
    {
        _symbols.Add((name, address, size, 1));
        return this;
    }

    /// <summary>Adds a section whose bytes are in no segment.</summary>
    public GuestElf Section(string name, byte[] data)
    {
        _sections.Add((name, 0, data));
        return this;
    }

    /// <summary>Writes the file.</summary>
    /// <returns>Its path.</returns>
    public string WriteTo(string folder, string name)
    {
        var path = Path.Combine(Directory.CreateDirectory(folder).FullName, name);
        File.WriteAllBytes(path, ToArray());
        return path;
    }

    /// <summary>The bytes of the file.</summary>
    public byte[] ToArray()
    {
        var body = new MemoryStream();
        var bodyStart = HeaderBytes + ProgramHeaderBytes * _segments.Count;
        uint Put(byte[] data)
        {
            var offset = (uint)(bodyStart + body.Length);
            body.Write(data);
            return offset;
        }

        var headers = new MemoryStream();
        foreach (var segment in _segments)
        {
            var offset = Put(segment.Data);
            Words(headers, segment.Type, offset, segment.Address, segment.Address, (uint)segment.Data.Length, segment.MemoryBytes, segment.Flags, 0x1000);
        }

        var names = new StringBuilder("\0");
        uint Name(string text)
        {
            var offset = (uint)names.Length;
            names.Append(text).Append('\0');
            return offset;
        }

        var symbols = new MemoryStream();
        Words(symbols, 0, 0, 0, 0);
        foreach (var (name, address, size, type) in _symbols)
            Words(symbols, Name(name), address, size, 0xFFF1_0000 | type | 0x10);
        var rows = new List<uint[]> { new uint[10] };
        foreach (var (name, address, data) in _sections)
            rows.Add([Name(name), 1, 0, address, Put(data), (uint)data.Length, 0, 0, 1, 0]);
        var symbolNames = Name(".symtab");
        var tableNames = Name(".strtab");
        var table = symbols.ToArray();
        rows.Add([symbolNames, 2, 0, 0, Put(table), (uint)table.Length, (uint)rows.Count + 1, 1, 4, 16]);
        var text = Encoding.UTF8.GetBytes(names.ToString());
        rows.Add([tableNames, 3, 0, 0, Put(text), (uint)text.Length, 0, 0, 1, 0]);
        var sectionHeaders = new MemoryStream();
        foreach (var row in rows)
            Words(sectionHeaders, row);
        var sectionOffset = Put(sectionHeaders.ToArray());

        var file = new MemoryStream();
        file.Write([0x7F, (byte)'E', (byte)'L', (byte)'F', 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        Words(
            file, (uint)Machine << 16 | Type, 1, Entry, HeaderBytes, sectionOffset, 0, ProgramHeaderBytes << 16 | HeaderBytes,
            40u << 16 | (uint)_segments.Count, (uint)(rows.Count - 1) << 16 | (uint)rows.Count);
        headers.WriteTo(file);
        body.WriteTo(file);
        return file.ToArray();
    }

    private static void Words(Stream stream, params ReadOnlySpan<uint> words)
    {
        foreach (var word in words)
            stream.Write(BitConverter.GetBytes(word));
    }

    private sealed record Segment(uint Type, uint Address, uint Flags, byte[] Data, uint MemoryBytes);
}
