using Nanokernel.Abi;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Tests.Linking;

public class RelocationTests
{
    [Fact]
    public void Code_reaches_functions_and_data_of_other_objects()
    {
        var (start, text) = Objects.Start(
        [
            0xE8, 0, 0, 0, 0,                   // call helper
            0x8B, 0x0D, 0, 0, 0, 0,             // mov ecx, [counter + 4]
            0xC3,                               // ret
        ]);
        text.Refers(1, RelocationKind.Relative32, start.External("helper"));
        text.Refers(7, RelocationKind.Absolute32, start.External("counter"), addend: 4);
        var other = Objects.File("other.obj");
        other.Symbol("helper", other.Section(".text", SectionKind.Text, [0x40, 0xC3]));
        other.Symbol("counter", other.Section(".data", SectionKind.Data, [1, 0, 0, 0, 2, 0, 0, 0], alignment: 4));

        Check.Same(
            """
            image test base 0x00400000 entry 0x00400000
            segment .text ReadExecute 0x00400000 data 0x12 memory 0x12
            segment .data ReadWrite 0x00401000 data 0x8 memory 0x8
              0x00401000 counter
              00401000: 01 00 00 00 02 00 00 00
            start:
              00400000  E80B000000            call 00400010h
              00400005  8B0D04104000          mov ecx,[401004h]
              0040000B  C3                    ret
            helper:
              00400010  40                    inc eax
              00400011  C3                    ret
            relocations
              0x00400007 Absolute32
            """,
            Check.Print(Check.Link(start, other)));
    }

    [Theory]
    [InlineData(RelocationKind.Absolute32, 4, new byte[] { 0x14, 0x00, 0x10, 0xC0 }, true)]
    [InlineData(RelocationKind.ImageRelative32, 4, new byte[] { 0x14, 0x00, 0x00, 0x00 }, false)]
    [InlineData(RelocationKind.Relative32, 4, new byte[] { 0x10, 0xF0, 0xFF, 0xFF }, false)]
    [InlineData(RelocationKind.Physical32, 4, new byte[] { 0x14, 0x00, 0x10, 0x00 }, true)]
    [InlineData(RelocationKind.Low16, 4, new byte[] { 0x14, 0x00 }, true)]
    [InlineData(RelocationKind.High16, 4, new byte[] { 0x10, 0xC0 }, true)]
    [InlineData(RelocationKind.Absolute32, -1, new byte[] { 0x0F, 0x00, 0x10, 0xC0 }, true)]
    public void Every_kind_makes_its_value(RelocationKind kind, int addend, byte[] expected, bool isListed)
    {
        var (file, text) = Objects.Start([.. Enumerable.Repeat((byte)0x90, 16), 0xC3]);
        var target = file.Symbol("target", text, 16);
        var data = file.Section(".rdata", SectionKind.ReadOnlyData, [0, 0, 0, 0, 0, 0, 0, 0]).Refers(0, kind, target, addend);
        file.Symbol("data", data);

        var image = Check.Link(new LinkRequest
        {
            Name = "kernel", Objects = [file], ImageBase = VirtualMemoryMap.KernelBase + 0x10_0000,
            EntrySymbol = "start", RootSymbols = ["data"],
        });

        Assert.Equal(expected, image.Segments[1].Data[..expected.Length]);
        Assert.All(image.Segments[1].Data[expected.Length..], b => Assert.Equal(0, b));
        LinkedRelocation[] relocations = isListed ? [new(0xC010_1000, kind)] : [];
        Assert.Equal(relocations, image.Relocations);
    }

    [Fact]
    public void A_call_to_a_fixed_address_depends_on_where_the_image_lies_and_its_address_does_not()
    {
        var (file, text) = Objects.Start([0xE8, 0, 0, 0, 0, 0xA1, 0, 0, 0, 0, 0xC3]);
        var external = file.External("fixed");
        text.Refers(1, RelocationKind.Relative32, external).Refers(6, RelocationKind.Absolute32, external);

        var image = Check.Link(new LinkRequest
        {
            Name = "test", Objects = [file], ImageBase = 0x40_0000, EntrySymbol = "start",
            AbsoluteSymbols = new Dictionary<string, uint> { ["fixed"] = 0xB000_0000 },
        });

        Assert.Equal([new LinkedRelocation(0x40_0001, RelocationKind.Relative32)], image.Relocations);
        Assert.Equal(new byte[] { 0xE8, 0xFB, 0xFF, 0xBF, 0xAF, 0xA1, 0x00, 0x00, 0x00, 0xB0, 0xC3 }, image.Segments[0].Data);
    }

    [Fact]
    public void A_physical_address_of_what_is_not_in_the_kernel_is_an_error()
    {
        var (file, text) = Objects.Start([0, 0, 0, 0]);
        text.Refers(0, RelocationKind.Physical32, file.External("low"));

        var findings = Check.LinkFails(new LinkRequest
        {
            Name = "kernel", Objects = [file], ImageBase = 0xC010_0000, EntrySymbol = "start",
            AbsoluteSymbols = new Dictionary<string, uint> { ["low"] = 0x1000 },
        });

        Assert.Equal(
            "nanokernel: error NK2206: 'kernel': the Physical32 relocation at offset 0x0 of section '.text' in 'start.obj' "
            + "asks for the physical address of 0x00001000, which lies below the kernel.",
            Assert.Single(findings).ToString());
    }

    [Theory]
    [InlineData(RelocationKind.SectionIndex)]
    [InlineData(RelocationKind.SectionRelative)]
    public void A_relocation_for_debug_information_has_no_place_in_code(RelocationKind kind)
    {
        var (file, text) = Objects.Start([0, 0, 0, 0]);
        text.Refers(0, kind, file.Symbols[0]);

        Assert.Contains("is for debug information only", Assert.Single(Check.LinkFails(file)).Message);
    }

    [Fact]
    public void A_relocation_behind_the_end_of_its_section_is_an_error()
    {
        var (file, text) = Objects.Start([0, 0, 0, 0]);
        text.Refers(2, RelocationKind.Absolute32, file.Symbols[0]);

        Assert.Contains("lies outside its section", Assert.Single(Check.LinkFails(file)).Message);
    }

    [Fact]
    public void A_reference_to_what_is_not_loaded_is_an_error()
    {
        var (file, text) = Objects.Start([0, 0, 0, 0]);
        text.Refers(0, RelocationKind.Absolute32, file.Symbol("unwind", file.Section(".xdata", SectionKind.Discarded, [1])));

        Assert.Contains("refers to 'unwind' in section '.xdata', which is not loaded", Assert.Single(Check.LinkFails(file)).Message);
    }
}
