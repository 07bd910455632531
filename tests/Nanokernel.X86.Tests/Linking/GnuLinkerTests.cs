using Nanokernel.Checking;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Tests.Linking;

/// <summary>The same objects through this linker and through GNU ld.</summary>
public class GnuLinkerTests
{
    // The layout of SegmentLayout, said to GNU ld. Code is padded with breakpoints.
    private const string Script = """
        ENTRY(start)
        SECTIONS
        {
            . = 0x400000;
            .text : { *(.text) } = 0xCCCCCCCC
            . = ALIGN(0x1000);
            .rodata : { *(.rdata) }
            . = ALIGN(0x1000);
            .data : { *(.data) }
            .bss : { *(.bss) }
        }
        """;

    [Fact]
    public void Both_make_the_same_bytes()
    {
        byte[][] objects = [FirstObject(), SecondObject()];
        var image = Check.Link(new LinkRequest
        {
            Name = "test",
            Objects = [.. objects.Select((o, i) => Check.Read(o, $"{i}.obj"))],
            ImageBase = 0x40_0000,
            EntrySymbol = "start",
        });

        Assert.Equal(
            "E81B000000"            // 400000 call 400020: second
            + "A104204000"          // 400005 mov eax,[402004]: counter + 4
            + "030520204000"        // 40000A add eax,[402020]: reserve
            + "E9EBFFFFFF",         // 400010 jmp 400000: start
            Convert.ToHexString(image.Segments[0].Data.AsSpan(0, 21)));
        Assert.Equal(
            "20004000"              // 401000 second
            + "10204000",           // 401004 counter_end, the end of the data
            Convert.ToHexString(image.Segments[1].Data));
        AssertSameAsGnu(objects, image);
    }

    private static void AssertSameAsGnu(byte[][] objects, LinkedImage image)
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < objects.Length; i++)
            File.WriteAllBytes(folder.File($"{i}.obj"), objects[i]);
        File.WriteAllText(folder.File("script.ld"), Script);
        if (Tool.Run("ld", folder.Path, "-m", "elf_i386", "-T", "script.ld", "-o", "gnu.elf", "0.obj", "1.obj") is null)
            return; // Without binutils the expected bytes above have to do.

        var diagnostics = new DiagnosticBag();
        var isRead = ElfReader.TryRead("gnu.elf", File.ReadAllBytes(folder.File("gnu.elf")), diagnostics, out var gnu);
        Assert.True(isRead, string.Join('\n', diagnostics));
        Assert.Equal(gnu!.EntryPoint, image.EntryAddress);
        foreach (var segment in image.Segments)
        {
            var loaded = gnu.Segments.First(s => s.VirtualAddress <= segment.Address && segment.Address - s.VirtualAddress < s.MemoryBytes);
            var at = (int)(segment.Address - loaded.VirtualAddress);
            Assert.Equal(Convert.ToHexString(loaded.Data.Span.Slice(at, segment.Data.Length)), Convert.ToHexString(segment.Data));
        }
        foreach (var symbol in image.Symbols)
            Assert.Contains(gnu.Symbols, s => s.Name == symbol.Name && s.Address == symbol.Address);
    }

    private static byte[] FirstObject()
    {
        var builder = new CoffBuilder();
        builder.AddSection(
            ".text", CoffBuilder.Text,
            [0xE8, 0, 0, 0, 0, 0xA1, 4, 0, 0, 0, 0x03, 0x05, 0, 0, 0, 0, 0xE9, 0, 0, 0, 0],
            (1, 1, 0x14), (6, 2, 0x06), (12, 3, 0x06), (17, 0, 0x14));
        builder.AddSymbol("start", 1, 0);
        builder.AddSymbol("second", 0, 0);
        builder.AddSymbol("counter", 0, 0);
        builder.AddSymbol("reserve", 0, 0);
        return builder.Build();
    }

    private static byte[] SecondObject()
    {
        var builder = new CoffBuilder();
        builder.AddSection(".text", CoffBuilder.Text, [0xB8, 0, 0, 0, 0, 0xC3], (1, 4, 0x06));
        builder.AddSection(".data", CoffBuilder.Data, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
        builder.AddZeroFill(".bss", 64);
        builder.AddSection(".rdata", CoffBuilder.ReadOnlyData, [0, 0, 0, 0, 0, 0, 0, 0], (0, 0, 0x06), (4, 5, 0x06));
        builder.AddSymbol("second", 1, 0);
        builder.AddSymbol("counter", 2, 0);
        builder.AddSymbol("reserve", 3, 16);
        builder.AddSymbol("unused_name_in_the_string_table", 2, 8);
        builder.AddSymbol("table", 4, 0);
        builder.AddSymbol("counter_end", 2, 16);
        return builder.Build();
    }
}
