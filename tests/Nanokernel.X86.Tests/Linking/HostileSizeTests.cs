using System.Diagnostics;
using Nanokernel.Checking;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Tests.Linking;

/// <summary>
/// Sound objects of unsound proportions: what a step does for each symbol, relocation or section must not grow with their number.
/// </summary>
public class HostileSizeTests
{
    private const int Many = 40_000;
    private const int LimitSeconds = 20;

    [Fact]
    public void Many_symbols_at_one_place_and_many_references_to_them()
    {
        var file = Objects.File("wide.obj", subsections: true);
        var text = file.Section(".text", SectionKind.Text, Enumerable.Repeat((byte)0x90, Many * 4).ToArray());
        file.Symbol("start", text);
        for (var i = 0; i < Many; i++)
            file.Symbol($"alias{i}", text);
        for (var i = 0; i < Many; i++)
            text.Refers((uint)i * 4, RelocationKind.Absolute32, file.Symbols[i]);

        Assert.Equal(Many + 1, LinkInTime(file)!.Symbols.Count);
    }

    [Fact]
    public void Many_functions_and_many_references_to_their_section()
    {
        var file = Objects.File("sliced.obj", subsections: true);
        var text = file.Section(".text", SectionKind.Text, Enumerable.Repeat((byte)0x90, Many * 4).ToArray(), alignment: 1);
        var section = new ObjectSymbol(".text") { Section = text, IsSection = true };
        file.Symbols.Add(section);
        for (var i = 0; i < Many; i++)
        {
            file.Symbol(i == 0 ? "start" : $"function{i}", text, (uint)i * 4);
            text.Refers((uint)i * 4, RelocationKind.Absolute32, section);
        }

        Assert.Equal(Many, LinkInTime(file)!.Symbols.Count);
    }

    [Fact]
    public void Many_sections_that_go_with_one()
    {
        var (file, text) = Objects.Start([0xC3]);
        for (var i = 0; i < Many; i++)
            file.Section(".rdata", SectionKind.ReadOnlyData, [1], alignment: 4096).AssociatedSection = text;

        Assert.Equal((Many - 1) * 4096 + 1, LinkInTime(file)!.Segments[1].Data.Length);
    }

    [Fact]
    public void Sections_aligned_to_more_than_memory_holds_are_refused_before_they_take_it()
    {
        var (file, text) = Objects.Start([0xC3]);
        for (var i = 0; i < 70_000; i++)
            file.Section(".rdata", SectionKind.ReadOnlyData, [1], alignment: 4096).AssociatedSection = text;

        Assert.Null(LinkInTime(file));
    }

    [Fact]
    public void Many_undefined_symbols_that_many_use()
    {
        var (file, text) = Objects.Start(new byte[Many * 4]);
        for (var i = 0; i < Many; i++)
            text.Refers((uint)i * 4, RelocationKind.Absolute32, file.External($"missing{i % 1000}"));

        Assert.Null(LinkInTime(file));
    }

    [Fact]
    public void Many_cells_of_static_fields()
    {
        var file = Objects.File("cells.obj", subsections: true);
        file.Symbol("start", file.Section(".text", SectionKind.Text, [0xC3]));
        var type = file.Symbol("type", file.Section(".rdata", SectionKind.ReadOnlyData, [0, 0, 0, 1, 8, 0, 0, 0]));
        var data = file.Section(".data", SectionKind.Data, new byte[Many * 8]);
        file.Symbol("__GCStaticRegion", data);
        for (uint i = 0; i < Many; i++)
        {
            BitConverter.TryWriteBytes(data.Data.AsSpan((int)i * 4), Many * 4);
            file.Symbol($"cell{i}", data, (Many + i) * 4);
            data.Refers((Many + i) * 4, RelocationKind.Relative32, type, 5);
        }

        Assert.NotNull(LinkInTime(file));
    }

    private static LinkedImage? LinkInTime(ObjectFile file)
    {
        var watch = Stopwatch.StartNew();
        var diagnostics = new DiagnosticBag();
        var request = new LinkRequest { Name = "hostile", Objects = [file], ImageBase = 0x40_0000, EntrySymbol = "start" };
        Linker.TryLink(request, diagnostics, out var image);
        Assert.Equal(image is null, diagnostics.HasErrors);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, LimitSeconds);
        return image;
    }
}
