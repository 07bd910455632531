using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Tests.Coff;

public class CoffReaderTests
{
    [Fact]
    public void Sections_symbols_and_relocations_are_read()
    {
        var builder = new CoffBuilder();
        builder.AddSection(
            ".text", CoffBuilder.Text,
            [
                0xE8, 0, 0, 0, 0,       // call helper
                0xA1, 8, 0, 0, 0,       // mov eax, [table + 8]
                0xC3,                   // ret
            ],
            (1, 2, 0x14), (6, 1, 0x06));
        builder.AddSection(".rdata", CoffBuilder.ReadOnlyData, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
        builder.AddSymbol("start", 1, 0);
        builder.AddSymbol("a_name_longer_than_eight", 2, 0, storageClass: 3);
        builder.AddSymbol("helper", 0, 0);
        builder.AddSymbol("@feat.00", -1, 1, storageClass: 3);

        Check.Same(
            """
            object test.obj
            section .text Text size 0xB align 16
              00000000: E8 00 00 00 00 A1 08 00 00 00 C3
              0x0001 Relative32 helper
              0x0006 Absolute32 a_name_longer_than_eight+0x8
            section .rdata ReadOnlyData size 0xC align 4
              00000000: 01 02 03 04 05 06 07 08 09 0A 0B 0C
            symbols
              start .text+0x0 global function
              a_name_longer_than_eight .rdata+0x0 local
              helper undefined
              @feat.00 absolute 0x00000001 local
            """,
            Check.Print(Check.Read(builder.Build())));
    }

    [Theory]
    [InlineData(".text", 0x6050_0020u, SectionKind.Text, 16u)]
    [InlineData(".managedcode$I", 0x6050_0020u, SectionKind.Text, 16u)]
    [InlineData(".rdata", 0x4010_0040u, SectionKind.ReadOnlyData, 1u)]
    [InlineData(".data", 0xC040_0040u, SectionKind.Data, 8u)]
    [InlineData(".page", 0xC0D0_0040u, SectionKind.Data, 4096u)]
    [InlineData(".unaligned", 0xC000_0040u, SectionKind.Data, 16u)]
    [InlineData(".debug$S", 0x4210_0040u, SectionKind.Debug, 1u)]
    [InlineData(".pdata", 0x4030_0040u, SectionKind.Discarded, 4u)]
    [InlineData(".xdata$x", 0x4030_0040u, SectionKind.Discarded, 4u)]
    [InlineData(".drectve", 0x0010_0A00u, SectionKind.Discarded, 1u)]
    public void What_a_section_holds_follows_from_its_name_and_flags(string name, uint flags, SectionKind kind, uint alignment)
    {
        var builder = new CoffBuilder();
        builder.AddSection(name, flags, [0, 0, 0, 0]);

        var section = Assert.Single(Check.Read(builder.Build()).Sections);

        Assert.Equal((name, kind, alignment), (section.Name, section.Kind, section.Alignment));
    }

    [Fact]
    public void A_zero_filled_section_takes_no_memory_here_whatever_its_size()
    {
        var builder = new CoffBuilder();
        builder.AddZeroFill(".bss", uint.MaxValue);

        var section = Assert.Single(Check.Read(builder.Build()).Sections);

        Assert.Equal(uint.MaxValue, section.Size);
        Assert.Empty(section.Data);
    }

    [Fact]
    public void A_COMDAT_section_has_the_name_of_the_first_symbol_behind_its_section_symbol()
    {
        var builder = new CoffBuilder();
        builder.AddSection(".rdata", CoffBuilder.ReadOnlyData | CoffBuilder.Comdat, [1]);
        builder.AddSection(".rdata", CoffBuilder.ReadOnlyData | CoffBuilder.Comdat, [2]);
        builder.AddSectionSymbol(".rdata", 1, selection: 4);
        builder.AddSymbol("constant", 1, 0);
        builder.AddSectionSymbol(".rdata", 2, selection: 5, associated: 1);

        var sections = Check.Read(builder.Build()).Sections;

        Assert.Equal(("constant", ComdatSelection.ExactMatch), (sections[0].ComdatName, sections[0].ComdatSelection));
        Assert.Equal((null, sections[0]), (sections[1].ComdatName, sections[1].AssociatedSection));
    }

    [Fact]
    public void More_relocations_than_16_bits_count_are_counted_by_the_first_one()
    {
        const int count = 0x1_0005;
        var relocations = new (uint, uint, ushort)[count + 1];
        relocations[0] = (count + 1, 0, 0);
        for (uint i = 0; i < count; i++)
            relocations[i + 1] = (i * 4, 0, 0x06);
        var builder = new CoffBuilder();
        builder.AddSection(".data", CoffBuilder.Data | CoffBuilder.ExtendedRelocations, new byte[count * 4], relocations);
        builder.AddSymbol("target", 0, 0);

        Assert.Equal(count, Check.Read(builder.Build()).Sections[0].Relocations.Count);
    }

    [Fact]
    public void A_relocation_that_says_nothing_is_passed_over()
    {
        var builder = new CoffBuilder();
        builder.AddSection(".data", CoffBuilder.Data, [0, 0, 0, 0], (0, 0, 0x00));
        builder.AddSymbol("target", 0, 0);

        Assert.Empty(Check.Read(builder.Build()).Sections[0].Relocations);
    }
}
