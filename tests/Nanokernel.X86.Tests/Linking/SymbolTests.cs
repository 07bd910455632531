using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Tests.Linking;

public class SymbolTests
{
    [Fact]
    public void All_undefined_symbols_are_reported_at_once_with_those_who_use_them()
    {
        var (file, text) = Objects.Start(new byte[32]);
        text.Refers(0, RelocationKind.Absolute32, file.External("second"))
            .Refers(4, RelocationKind.Absolute32, file.External("first"))
            .Refers(8, RelocationKind.Absolute32, file.External("RhpNewFast"))
            .Refers(12, RelocationKind.Absolute32, file.External("RhpThrowEx"));

        Assert.Equal(
            [
                "nanokernel: error NK2202: 'test': creating an object ('new') is not available here (runtime helper 'RhpNewFast'). "
                    + "It is used by 'start'. Write it without.",
                "nanokernel: error NK2202: 'test': 'throw' is not available here (runtime helper 'RhpThrowEx'). "
                    + "It is used by 'start'. Write it without.",
                "nanokernel: error NK2201: 'test': nothing defines the symbol 'first'. It is used by 'start'. "
                    + "Export it with [RuntimeExport], or remove its use.",
                "nanokernel: error NK2201: 'test': nothing defines the symbol 'second'. It is used by 'start'. "
                    + "Export it with [RuntimeExport], or remove its use.",
            ],
            Check.LinkFails(file).Select(d => d.ToString()));
    }

    [Fact]
    public void A_symbol_that_many_use_is_reported_once()
    {
        var (file, text) = Objects.Start(new byte[64]);
        var missing = file.External("missing");
        for (uint i = 0; i < 5; i++)
        {
            var section = file.Section($".text${i}", SectionKind.Text, new byte[4]).Refers(0, RelocationKind.Absolute32, missing);
            text.Refers(i * 4, RelocationKind.Absolute32, file.Symbol($"user{i}", section));
        }

        Assert.Contains("It is used by 'user0', 'user1', 'user2' and 2 more.", Assert.Single(Check.LinkFails(file)).Message);
    }

    [Fact]
    public void What_nothing_reaches_may_use_what_is_not_there()
    {
        var (file, _) = Objects.Start([0xC3]);
        var dead = file.Section(".text$dead", SectionKind.Text, new byte[4]);
        file.Symbol("dead", dead.Refers(0, RelocationKind.Absolute32, file.External("missing")));

        var image = Check.Link(file);

        Assert.Equal("start", Assert.Single(image.Symbols).Name);
        Assert.Equal(new byte[] { 0xC3 }, Assert.Single(image.Segments).Data);
    }

    [Fact]
    public void Two_definitions_of_a_symbol_are_reported_with_both_objects()
    {
        var (file, text) = Objects.Start([0xC3]);
        var other = Objects.File("other.obj");
        other.Symbol("start", other.Section(".text", SectionKind.Text, [0xC3]));

        Assert.Equal(
            "nanokernel: error NK2203: 'test': the symbol 'start' is defined by 'start.obj' and by 'other.obj'. Rename one, or remove it.",
            Assert.Single(Check.LinkFails(file, other)).ToString());
    }

    [Fact]
    public void A_missing_entry_point_is_named()
    {
        Assert.Equal(
            "nanokernel: error NK2204: 'test': nothing defines the entry point 'start'. Add the object that holds it.",
            Assert.Single(Check.LinkFails(Objects.File("empty.obj"))).ToString());
    }

    [Theory]
    [InlineData(SectionKind.Data)]
    [InlineData(SectionKind.Debug)]
    [InlineData(SectionKind.Discarded)]
    public void An_entry_point_that_is_no_code_is_none(SectionKind kind)
    {
        var file = Objects.File("odd.obj");
        file.Symbol("start", file.Section(".odd", kind, [0xC3]));

        Assert.Equal(ToolchainRules.EntryMissing, Assert.Single(Check.LinkFails(file)).Rule);
    }

    [Fact]
    public void Local_symbols_of_two_objects_may_have_one_name()
    {
        var (file, text) = Objects.Start([0, 0, 0, 0]);
        text.Refers(0, RelocationKind.Absolute32, file.Symbol("local", file.Section(".data", SectionKind.Data, [1]), isGlobal: false));
        var other = Objects.File("other.obj");
        other.Symbol("local", other.Section(".data", SectionKind.Data, [2]), isGlobal: false);

        Assert.Equal(new byte[] { 1 }, Check.Link(file, other).Segments[1].Data);
    }

    [Theory]
    [InlineData(ComdatSelection.Any, new byte[] { 1, 2 }, true)]
    [InlineData(ComdatSelection.NoDuplicates, new byte[] { 1 }, false)]
    [InlineData(ComdatSelection.SameSize, new byte[] { 9 }, true)]
    [InlineData(ComdatSelection.SameSize, new byte[] { 1, 2 }, false)]
    [InlineData(ComdatSelection.ExactMatch, new byte[] { 1 }, true)]
    [InlineData(ComdatSelection.ExactMatch, new byte[] { 9 }, false)]
    [InlineData(ComdatSelection.Largest, new byte[] { 1, 2 }, true)]
    public void The_second_copy_of_a_COMDAT_section_goes_as_its_selection_says(ComdatSelection selection, byte[] second, bool isLinked)
    {
        var (file, text) = Objects.Start([0, 0, 0, 0]);
        var other = Objects.File("other.obj");
        text.Refers(0, RelocationKind.Absolute32, AddComdat(file, selection, [1]));
        AddComdat(other, selection, second);

        if (isLinked)
        {
            var expected = selection == ComdatSelection.Largest ? second : [1];
            Assert.Equal(expected, Check.Link(file, other).Segments[1].Data);
        }
        else
            Assert.Equal(ToolchainRules.DuplicateSymbol, Assert.Single(Check.LinkFails(file, other)).Rule);
    }

    private static ObjectSymbol AddComdat(ObjectFile file, ComdatSelection selection, byte[] data)
    {
        var section = new ObjectSection(".rdata", SectionKind.ReadOnlyData)
        {
            Data = data, Size = (uint)data.Length, ComdatName = "shared", ComdatSelection = selection,
        };
        file.Sections.Add(section);
        return file.Symbol("shared", section);
    }
}
