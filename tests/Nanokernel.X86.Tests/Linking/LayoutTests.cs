using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Tests.Linking;

public class LayoutTests
{
    [Fact]
    public void What_stands_behind_the_dollar_sign_orders_the_sections_of_a_group()
    {
        var (start, _) = Objects.Start([0xC3]);
        var other = Objects.File("other.obj");
        string[] names = [".text$z", ".code$b", ".code$a", ".text$a", ".text"];
        foreach (var name in names)
            other.Symbol(name, other.Section(name, SectionKind.Text, [0x90], alignment: 1));

        var image = Check.Link(new LinkRequest
        {
            Name = "test", Objects = [start, other], ImageBase = 0x40_0000, EntrySymbol = "start", RootSymbols = names,
        });

        Assert.Equal(
            ["start", ".text", ".text$a", ".text$z", ".code$a", ".code$b"],
            image.Symbols.Select(s => s.Name));
    }

    [Fact]
    public void Segments_are_page_aligned_and_zero_fill_is_at_the_end()
    {
        var (file, _) = Objects.Start(new byte[0x1001]);
        file.Symbol("zero", file.Section(".bss", SectionKind.ZeroFill, [], alignment: 64));
        file.Sections[^1].Size = 0x5000;
        file.Symbol("constant", file.Section(".rdata", SectionKind.ReadOnlyData, [1]));
        file.Symbol("data", file.Section(".data", SectionKind.Data, [2]));

        var image = Check.Link(new LinkRequest
        {
            Name = "test", Objects = [file], ImageBase = 0x40_0000, EntrySymbol = "start", RootSymbols = ["zero", "constant", "data"],
        });

        Assert.Equal(
            [
                (".text", 0x40_0000u, 0x1001, 0x1001u),
                (".rodata", 0x40_2000u, 1, 1u),
                (".data", 0x40_3000u, 1, 0x5040u),
            ],
            image.Segments.Select(s => (s.Name, s.Address, s.Data.Length, s.MemoryBytes)));
        Assert.True(image.TryFindSymbol("zero", out var zero));
        Assert.Equal(0x40_3040u, zero.Address);
    }

    [Fact]
    public void Room_between_functions_is_filled_with_breakpoints()
    {
        var (file, _) = Objects.Start([0xC3]);
        file.Symbol("second", file.Section(".text", SectionKind.Text, [0xC3], alignment: 8));

        var image = Check.Link(new LinkRequest
        {
            Name = "test", Objects = [file], ImageBase = 0x40_0000, EntrySymbol = "start", RootSymbols = ["second"],
        });

        Assert.Equal(new byte[] { 0xC3, 0xCC, 0xCC, 0xCC, 0xCC, 0xCC, 0xCC, 0xCC, 0xC3 }, image.Segments[0].Data);
    }

    [Fact]
    public void An_image_that_would_wrap_around_the_address_space_is_refused()
    {
        var (file, text) = Objects.Start([0xA1, 0, 0, 0, 0]);
        var zero = file.Section(".bss", SectionKind.ZeroFill, []);
        zero.Size = 0xFFFF_FFF0;
        text.Refers(1, RelocationKind.Absolute32, file.Symbol("zero", zero));

        Assert.Equal(
            "nanokernel: error NK2205: 'test': .data needs 4294967280 bytes at address 0x00401000; the limit is 4290768896 bytes. "
            + "Make its data smaller.",
            Assert.Single(Check.LinkFails(file)).ToString());
    }

    [Fact]
    public void The_same_objects_give_the_same_image()
    {
        static string Link()
        {
            var (file, text) = Objects.Start([0xE8, 0, 0, 0, 0, 0xC3]);
            text.Refers(1, RelocationKind.Relative32, file.External("other"));
            var other = Objects.File("other.obj");
            other.Symbol("other", other.Section(".text", SectionKind.Text, [0xC3]));
            return Check.Print(Check.Link(file, other));
        }

        Assert.Equal(Link(), Link());
    }
}
