namespace Nanokernel.X86.Toolchain;

/// <summary>
/// Writes <c>.debug_info</c> and <c>.debug_abbrev</c>: one unit for the program, and in it its functions with their names and places.
/// <code>
/// length | version | abbreviations | address size | unit: producer, language, name, addresses, lines | function... | end
/// </code>
/// </summary>
internal static class DwarfUnit
{
    private const byte Unit = 1;
    private const byte Function = 2;
    private const byte FunctionWithoutSource = 3;

    /// <summary>The shapes that <see cref="Write"/> uses: a number, what it is, and the attributes with their forms.</summary>
    public static byte[] WriteAbbreviations()
    {
        var buffer = new DwarfBuffer();
        WriteShape(buffer, Unit, Dwarf.TagCompileUnit, Dwarf.HasChildren,
        [
            (Dwarf.AttributeProducer, Dwarf.FormString),
            (Dwarf.AttributeLanguage, Dwarf.FormData1),
            (Dwarf.AttributeName, Dwarf.FormString),
            (Dwarf.AttributeLowAddress, Dwarf.FormAddress),
            (Dwarf.AttributeHighAddress, Dwarf.FormData4),
            (Dwarf.AttributeStatementList, Dwarf.FormSectionOffset),
        ]);
        (byte, byte)[] function =
        [
            (Dwarf.AttributeName, Dwarf.FormString),
            (Dwarf.AttributeLowAddress, Dwarf.FormAddress),
            (Dwarf.AttributeHighAddress, Dwarf.FormData4),
            (Dwarf.AttributeFrameBase, Dwarf.FormExpression),
        ];
        WriteShape(buffer, Function, Dwarf.TagSubprogram, Dwarf.HasNoChildren,
        [
            .. function, (Dwarf.AttributeDeclarationFile, Dwarf.FormUnsigned), (Dwarf.AttributeDeclarationLine, Dwarf.FormUnsigned),
        ]);
        WriteShape(buffer, FunctionWithoutSource, Dwarf.TagSubprogram, Dwarf.HasNoChildren, function);
        buffer.Write8(0);
        return buffer.ToArray();
    }

    /// <summary>The unit of a program; its abbreviations and its line table are the first of their sections.</summary>
    public static byte[] Write(string name, IReadOnlyList<DebugFunction> functions, DwarfSourceFiles files)
    {
        var buffer = new DwarfBuffer();
        var start = buffer.Begin();
        buffer.Write16(Dwarf.Version);
        buffer.Write32(0);
        buffer.Write8(Dwarf.AddressBytes);

        var first = functions.Count == 0 ? 0 : functions[0].Address;
        buffer.WriteUnsigned(Unit);
        buffer.WriteString("Nanokernel.X86");
        buffer.Write8(Dwarf.LanguageC99);
        buffer.WriteString(name);
        buffer.Write32(first);
        buffer.Write32(functions.Count == 0 ? 0 : functions[^1].End - first);
        buffer.Write32(0);
        foreach (var function in functions)
            WriteFunction(buffer, function, files);
        buffer.Write8(0);
        buffer.End(start);
        return buffer.ToArray();
    }

    private static void WriteFunction(DwarfBuffer buffer, DebugFunction function, DwarfSourceFiles files)
    {
        buffer.WriteUnsigned(function.Location is null ? FunctionWithoutSource : Function);
        buffer.WriteString(function.Name);
        buffer.Write32(function.Address);
        buffer.Write32((uint)function.Code.Length);
        buffer.WriteUnsigned(1);
        buffer.Write8(Dwarf.OperationCallFrameAddress);
        if (function.Location is not { } location)
            return;
        buffer.WriteUnsigned(files[location.File]);
        buffer.WriteUnsigned((uint)location.Line);
    }

    private static void WriteShape(DwarfBuffer buffer, byte number, byte tag, byte children, IEnumerable<(byte Attribute, byte Form)> attributes)
    {
        buffer.WriteUnsigned(number);
        buffer.WriteUnsigned(tag);
        buffer.Write8(children);
        foreach (var (attribute, form) in attributes)
        {
            buffer.WriteUnsigned(attribute);
            buffer.WriteUnsigned(form);
        }

        buffer.Write16(0);
    }
}
