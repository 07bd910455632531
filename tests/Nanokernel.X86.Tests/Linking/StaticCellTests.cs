using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Tests.Linking;

/// <summary>Objects of static reference fields, made from a description that is right or wrong.</summary>
public class StaticCellTests
{
    private const uint BaseSize = 16;

    [Fact]
    public void A_cell_becomes_the_address_of_an_object_with_its_content()
    {
        var image = Check.Link(Describe(flags: 3));

        Check.Same(
            """
            segment .rodata Read 0x00401000 data 0x10 memory 0x10
              0x00401000 type
              0x00401008 content
              00401000: 00 00 00 01 10 00 00 00 2A 00 00 00 00 20 40 00
            segment .data ReadWrite 0x00402000 data 0x1C memory 0x1C
              0x00402000 __GCStaticRegion
              0x00402004 cell
              0x00402010 cell$object
              00402000: 04 00 00 00 10 20 40 00 04 00 00 00 00 00 00 00
              00402010: 00 10 40 00 2A 00 00 00 00 20 40 00
            """,
            DataOf(image));
    }

    [Fact]
    public void Fields_without_content_start_as_null()
    {
        var image = Check.Link(Describe(flags: 1));

        Assert.Equal("00000000" + "00104000" + "00000000" + "00000000", Convert.ToHexString(image.Segments[2].Data.AsSpan(12)));
    }

    [Theory]
    [InlineData(0, BaseSize, 4, "the cell's flags are 0")]
    [InlineData(2, BaseSize, 4, "the cell's flags are 2")]
    [InlineData(1, 0u, 4, "its type has no valid size")]
    [InlineData(1, 7u, 4, "its type has no valid size")]
    [InlineData(1, uint.MaxValue, 4, "its type has no valid size")]
    [InlineData(1, 0x7FFF_FFFCu, 4, "its type has no valid size")]
    [InlineData(3, 32u, 4, "the content of the fields is missing")]
    [InlineData(1, BaseSize, 1000, "it points to offset 1000, outside section '.data'")]
    [InlineData(1, BaseSize, -8, "it points to offset -8, outside section '.data'")]
    [InlineData(1, BaseSize, 8, "the cell does not refer to a type")]
    public void A_description_that_cannot_be_is_an_error(int flags, uint baseSize, int distance, string reason)
    {
        var finding = Assert.Single(Check.LinkFails(Describe(flags, baseSize, distance)));

        Assert.Equal(ToolchainRules.BadStaticCell, finding.Rule);
        Assert.Contains(reason, finding.Message);
    }

    // A region with one entry and its cell, a type with a base size, and a content of two words, the second of which is a reference.
    private static ObjectFile Describe(int flags, uint baseSize = BaseSize, int distance = 4)
    {
        var file = Objects.File("compiled.obj", subsections: true);
        var text = file.Section(".text", SectionKind.Text, [0xA1, 0, 0, 0, 0, 0xC3]);
        file.Symbol("start", text);
        var constants = file.Section(
            ".rdata", SectionKind.ReadOnlyData, [0, 0, 0, 1, .. BitConverter.GetBytes(baseSize), 0x2A, 0, 0, 0, 0, 0, 0, 0], alignment: 4);
        var type = file.Symbol("type", constants);
        var content = file.Symbol("content", constants, 8);
        var data = file.Section(".data", SectionKind.Data, [.. BitConverter.GetBytes(distance), 0, 0, 0, 0, 4, 0, 0, 0], alignment: 4);
        var region = file.Symbol("__GCStaticRegion", data);
        var cell = file.Symbol("cell", data, 4);
        data.Refers(4, RelocationKind.Relative32, type, 4 + flags);
        if ((flags & 2) != 0)
            data.Refers(8, RelocationKind.Relative32, content, 4);
        constants.Refers(12, RelocationKind.Absolute32, region);
        text.Refers(1, RelocationKind.Absolute32, cell);
        return file;
    }

    private static string DataOf(LinkedImage image)
    {
        var lines = Check.Print(image).ReplaceLineEndings("\n").Split('\n');
        var data = lines.SkipWhile(l => !l.StartsWith("segment .rodata", StringComparison.Ordinal)).TakeWhile(l => l != "start:");
        return string.Join('\n', data);
    }
}
