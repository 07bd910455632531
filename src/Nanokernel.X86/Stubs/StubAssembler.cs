using Iced.Intel;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Stubs;

/// <summary>
/// Assembles 32-bit code with Iced into an <see cref="ObjectFile"/> that the linker takes like any other. Code is written through
/// <see cref="Code"/>; <see cref="Global"/> names the place where it stands; <see cref="External"/> gives a value that stands for the
/// address of a symbol and may be used as a branch target, a displacement or a 32-bit immediate.
/// </summary>
/// <remarks>
/// An address that is not known yet is assembled as a token, a number from a range that no stub uses otherwise; the relocation is made
/// where the encoder reports that it has put the token.
/// </remarks>
internal sealed class StubAssembler
{
    private const uint FirstToken = 0x7E00_0000;
    private const uint TokenSpacing = 0x1000;
    private const uint TokenLimit = 0x7F00_0000;

    private readonly string _name;
    private readonly List<(int InstructionIndex, string Name)> _globals = [];
    private readonly List<(string Symbol, RelocationKind Kind)> _externals = [];
    private readonly Dictionary<(string Symbol, RelocationKind Kind), uint> _tokens = [];
    private readonly List<StubData> _data = [];

    /// <summary>Makes an empty object.</summary>
    /// <param name="name">What the stubs are for; the object's name in messages.</param>
    public StubAssembler(string name) => _name = name;

    /// <summary>Iced's assembler in 32-bit mode.</summary>
    public Assembler Code { get; } = new(32);

    /// <summary>Gives the next instruction a name that other objects see.</summary>
    /// <param name="name">The symbol.</param>
    public void Global(string name) => _globals.Add((Code.Instructions.Count, name));

    /// <summary>A value that stands for the address of a symbol, of this object or another; up to 4,095 may be added to it.</summary>
    /// <param name="name">The symbol.</param>
    /// <exception cref="InvalidOperationException">More than 4,096 different symbols are used.</exception>
    public uint External(string name) => Token(name, RelocationKind.Absolute32);

    /// <summary>As <see cref="External"/>, but the physical address, for code that runs before paging.</summary>
    /// <param name="name">The symbol.</param>
    /// <exception cref="InvalidOperationException">More than 4,096 different symbols are used.</exception>
    public uint Physical(string name) => Token(name, RelocationKind.Physical32);

    /// <summary>Adds a section of data.</summary>
    /// <param name="sectionName">Its name.</param>
    /// <param name="kind">What it holds.</param>
    /// <param name="alignment">Its alignment in bytes, a power of two.</param>
    public StubData Data(string sectionName, SectionKind kind, uint alignment = 4)
    {
        var data = new StubData(sectionName, kind, alignment);
        _data.Add(data);
        return data;
    }

    /// <summary>Encodes everything written so far.</summary>
    /// <returns>An object with one section <c>.text</c> (when there is code) and the data sections in the order in which they were added.</returns>
    /// <exception cref="InvalidOperationException">Iced cannot encode an instruction; the message is Iced's.</exception>
    public ObjectFile ToObjectFile()
    {
        var file = new ObjectFile(_name);
        var symbols = new SymbolSet(file);
        var references = new List<StubReference>();
        if (Code.Instructions.Count > 0)
            EncodeText(file, symbols, references);
        foreach (var data in _data)
            data.AddTo(file, symbols, references);
        foreach (var reference in references)
        {
            reference.Section.Relocations.Add(
                new Relocation(reference.Offset, reference.Kind, symbols.Reference(reference.Symbol), reference.Addend));
        }
        return file;
    }

    private uint Token(string name, RelocationKind kind)
    {
        if (_tokens.TryGetValue((name, kind), out var token))
            return token;
        token = FirstToken + (uint)_externals.Count * TokenSpacing;
        if (token >= TokenLimit)
            throw new InvalidOperationException($"'{_name}' refers to more than {_externals.Count} symbols.");
        _externals.Add((name, kind));
        _tokens.Add((name, kind), token);
        return token;
    }

    private void EncodeText(ObjectFile file, SymbolSet symbols, List<StubReference> references)
    {
        var bytes = new MemoryStream();
        var options = BlockEncoderOptions.ReturnConstantOffsets | BlockEncoderOptions.ReturnNewInstructionOffsets;
        if (!Code.TryAssemble(new StreamCodeWriter(bytes), 0, out var error, out var assembled, options))
            throw new InvalidOperationException($"'{_name}' cannot be assembled: {error}");
        var encoded = assembled.Result[0];

        var section = new ObjectSection(".text", SectionKind.Text) { Data = bytes.ToArray(), Size = (uint)bytes.Length };
        file.Sections.Add(section);

        uint OffsetOf(int index) => index < encoded.NewInstructionOffsets.Length ? encoded.NewInstructionOffsets[index] : section.Size;
        for (var i = 0; i < _globals.Count; i++)
        {
            var offset = OffsetOf(_globals[i].InstructionIndex);
            var next = i + 1 < _globals.Count ? OffsetOf(_globals[i + 1].InstructionIndex) : section.Size;
            symbols.Define(_globals[i].Name, section, offset, next - offset, isFunction: true);
        }

        for (var i = 0; i < Code.Instructions.Count; i++)
        {
            var constants = encoded.ConstantOffsets[i];
            var start = encoded.NewInstructionOffsets[i];
            if (Code.Instructions[i].Op0Kind == OpKind.NearBranch32)
                AddReference(start, constants.ImmediateOffset, constants.ImmediateSize, RelocationKind.Relative32, (uint)Code.Instructions[i].NearBranch32);
            else if (constants.ImmediateSize == 4)
                AddReference(start, constants.ImmediateOffset, 4, RelocationKind.Absolute32, Word(start + (uint)constants.ImmediateOffset));
            if (constants.DisplacementSize == 4)
                AddReference(start, constants.DisplacementOffset, 4, RelocationKind.Absolute32, Word(start + (uint)constants.DisplacementOffset));
        }

        uint Word(uint offset) => BitConverter.ToUInt32(section.Data, (int)offset);

        void AddReference(uint start, int fieldOffset, int fieldSize, RelocationKind kind, uint value)
        {
            var index = (value - FirstToken) / TokenSpacing;
            if (value < FirstToken || index >= _externals.Count)
                return;
            if (fieldSize != 4)
                throw new InvalidOperationException($"'{_name}': a reference to '{_externals[(int)index].Symbol}' has no 32-bit field.");
            var offset = start + (uint)fieldOffset;
            section.Data.AsSpan((int)offset, 4).Clear();
            var form = kind == RelocationKind.Relative32 ? kind : _externals[(int)index].Kind;
            references.Add(new StubReference(section, offset, form, _externals[(int)index].Symbol, (int)((value - FirstToken) % TokenSpacing)));
        }
    }
}
