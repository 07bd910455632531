using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Tests.Linking;

/// <summary>What the linker makes of the compiler's own output.</summary>
public class CompiledCodeTests(CompiledSample sample) : IClassFixture<CompiledSample>
{
    private LinkedImage Link(params string[] roots) => Check.Link(sample.Request(Check.Read(sample.Object), roots: roots));

    [Fact]
    public void Functions_have_the_names_of_the_source()
    {
        var names = Link("average").Symbols.Where(s => s.IsFunction).ToDictionary(s => s.Name, s => s.DisplayName);

        Assert.Equal("Control.Main", names["start"]);
        Assert.Equal("Control.Main", names["Sample_My_Plant_Control__Main"]);
        Assert.Equal("Control.Twice", names["Sample_My_Plant_Control__Twice"]);
        Assert.Equal("Control.Average", names["average"]);
        Assert.Equal("Control.Generic.Size", names["Sample_My_Plant_Control_Generic_1<Int32>__Size"]);
        Assert.Equal("Up.Go", names["Sample_My_Plant_Up__Go"]);
    }

    [Fact]
    public void Addresses_have_source_lines()
    {
        var image = Link();
        Assert.True(image.TryFindSymbol("Sample_My_Plant_Control__Twice", out var twice));

        var line = image.FindLine(twice.Address + 8);

        Assert.Equal(("/src/Sample.cs", CompiledSample.LineOf("static int Twice")), (line?.File, line?.Line));
    }

    [Fact]
    public void What_nothing_reaches_is_left_out()
    {
        var image = Link();

        Assert.False(image.TryFindSymbol("average", out _));
        Assert.False(image.TryFindSymbol("__ReadyToRunHeader", out _));
        Assert.False(image.TryFindSymbol("__embedded_metadata", out _));
        Assert.DoesNotContain(image.Symbols, s => s.Name.Contains("NativeLibraryStartup"));
    }

    [Fact]
    public void Calls_within_a_section_reach_their_functions_although_the_compiler_left_no_relocation()
    {
        var image = Link();
        Assert.True(image.TryFindSymbol("start", out var start));
        Assert.True(image.TryFindSymbol("Sample_My_Plant_Control__Twice", out var twice));
        Assert.True(image.TryFindSymbol("Sample_My_Plant_Control_Generic_1<Int32>__Size", out var size));

        var calls = InstructionsOf(image, start).Where(i => i.IsCallNear).Select(i => i.NearBranch32).ToList();

        Assert.Contains(twice.Address, calls);
        Assert.Contains(size.Address, calls);
    }

    [Fact]
    public void Every_branch_lands_in_code()
    {
        var image = Link("average");
        var text = image.Segments[0];
        foreach (var function in image.Symbols.Where(s => s.IsFunction))
        {
            var branches = InstructionsOf(image, function).Where(i => i.IsJmpNear || i.IsCallNear || i.IsJccNear);
            foreach (var target in branches.Select(i => i.NearBranch32))
                Assert.True(text.Contains(target) || target == CompiledSample.PanicAddress, $"{function.Name} branches to 0x{target:X8}");
        }
    }

    [Fact]
    public void Static_reference_fields_have_their_objects_and_their_content()
    {
        var image = Link();
        Assert.True(image.TryFindSymbol("?__GCSTATICS@Sample_My_Plant_Texts@@", out var cell));
        Assert.True(image.TryFindSymbol("?__GCSTATICS@Sample_My_Plant_Texts@@$object", out var instance));
        Assert.True(image.TryFindSymbol("?__GCSTATICS@Sample_My_Plant_Late@@", out var emptyCell));

        var text = ReadUInt32(image, instance.Address + 4);

        Assert.Equal(instance.Address, ReadUInt32(image, cell.Address));
        Assert.StartsWith("__GCStaticEEType_", image.Symbols.First(s => s.Address == ReadUInt32(image, instance.Address)).Name);
        Assert.Equal(5u, ReadUInt32(image, text + 4));
        Assert.Equal('f', (char)(ReadUInt32(image, text + 8) & 0xFFFF));
        Assert.Equal(0u, ReadUInt32(image, instance.Address + 8));
        Assert.Equal(0u, ReadUInt32(image, ReadUInt32(image, emptyCell.Address) + 4));
        Assert.Contains(new LinkedRelocation(cell.Address, RelocationKind.Absolute32), image.Relocations);
    }

    [Fact]
    public void The_image_moved_by_its_relocation_list_is_the_image_linked_elsewhere()
    {
        const uint distance = 0x123_4000;
        var here = Link();
        var there = Check.Link(sample.Request(Check.Read(sample.Object), 0x40_0000 + distance));

        foreach (var relocation in here.Relocations)
        {
            var segment = here.Segments.First(s => s.Contains(relocation.Address));
            var field = segment.Data.AsSpan((int)(relocation.Address - segment.Address));
            var moved = relocation.Kind == RelocationKind.Relative32 ? unchecked(0 - distance) : distance;
            BitConverter.TryWriteBytes(field, unchecked(BitConverter.ToUInt32(field) + moved));
        }

        Assert.Equal(there.Segments.Select(s => Convert.ToHexString(s.Data)), here.Segments.Select(s => Convert.ToHexString(s.Data)));
    }

    private static IEnumerable<Iced.Intel.Instruction> InstructionsOf(LinkedImage image, LinkedSymbol function)
    {
        var segment = image.Segments.First(s => s.Contains(function.Address));
        var reader = new Iced.Intel.ByteArrayCodeReader(segment.Data, (int)(function.Address - segment.Address), (int)function.Size);
        var decoder = Iced.Intel.Decoder.Create(32, reader, function.Address);
        while (decoder.IP < function.Address + function.Size)
            yield return decoder.Decode();
    }

    private static uint ReadUInt32(LinkedImage image, uint address)
    {
        var segment = image.Segments.First(s => s.Contains(address));
        return BitConverter.ToUInt32(segment.Data, (int)(address - segment.Address));
    }
}
