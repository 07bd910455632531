using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Tests;

/// <summary>Small objects for the linker, made without a file.</summary>
internal static class Objects
{
    public static ObjectFile File(string name, bool subsections = false) => new(name) { SubsectionsViaSymbols = subsections };

    public static ObjectSection Section(this ObjectFile file, string name, SectionKind kind, byte[] data, uint alignment = 16)
    {
        var section = new ObjectSection(name, kind) { Data = data, Size = (uint)data.Length, Alignment = alignment };
        file.Sections.Add(section);
        return section;
    }

    public static ObjectSymbol Symbol(this ObjectFile file, string name, ObjectSection section, uint offset = 0, bool isGlobal = true)
    {
        var symbol = new ObjectSymbol(name)
        {
            Section = section, Offset = offset, IsGlobal = isGlobal, IsFunction = section.Kind == SectionKind.Text,
        };
        file.Symbols.Add(symbol);
        return symbol;
    }

    public static ObjectSymbol External(this ObjectFile file, string name)
    {
        var symbol = new ObjectSymbol(name) { IsGlobal = true };
        file.Symbols.Add(symbol);
        return symbol;
    }

    public static ObjectSection Refers(this ObjectSection section, uint offset, RelocationKind kind, ObjectSymbol symbol, int addend = 0)
    {
        section.Relocations.Add(new Relocation(offset, kind, symbol, addend));
        return section;
    }

    /// <summary>An object with the one function <c>start</c>.</summary>
    public static (ObjectFile File, ObjectSection Text) Start(byte[] code)
    {
        var file = File("start.obj");
        var text = file.Section(".text", SectionKind.Text, code);
        file.Symbol("start", text);
        return (file, text);
    }
}
