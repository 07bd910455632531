using Nanokernel.Checking;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Tests.Elf;

public class ElfWriterTests
{
    private static readonly byte[] s_boot =
        [.. MultibootHeader.Create(MultibootHeader.PageAlign | MultibootHeader.MemoryInformation), 0xFA, 0xF4];

    private static ElfImage Image(params ElfSegment[] more) => new()
    {
        EntryPoint = 0x10_000C,
        Segments = [new ElfSegment(".boot", SegmentAccess.ReadExecute, 0xC010_0000, 0x10_0000, s_boot, (uint)s_boot.Length), .. more],
        Symbols = [new ElfSymbol("boot_entry", 0xC010_000C, 2, true), new ElfSymbol("limit", 0x1234, 0, false)],
    };

    [Fact]
    public void What_is_written_is_read_back()
    {
        var image = Image(new ElfSegment(".data", SegmentAccess.ReadWrite, 0xC010_1000, 0x10_1000, new byte[] { 1, 2, 3 }, 0x2000));
        var diagnostics = new DiagnosticBag();

        Assert.True(ElfReader.TryRead("image.elf", Write(image), diagnostics, out var back), string.Join('\n', diagnostics));

        Check.Same(
            """
            elf32 entry 0x0010000C
            segment .boot ReadExecute virtual 0xC0100000 physical 0x00100000 file 0xE memory 0xE
              C0100000: 02 B0 AD 1B 03 00 00 00 FB 4F 52 E4 FA F4
            segment .data ReadWrite virtual 0xC0101000 physical 0x00101000 file 0x3 memory 0x2000
              C0101000: 01 02 03
            symbols
              0xC010000C function 0x2 boot_entry
              0x00001234 object 0x0 limit
            """,
            Check.Print(back));
        Assert.Equal(Check.Print(image), Check.Print(back));
    }

    [Fact]
    public void Header_and_program_headers_are_as_the_format_says()
    {
        var file = Write(Image());

        Assert.Equal(
            "7F454C46010101000000000000000000"          // magic, 32-bit, little-endian, version 1
            + "0200" + "0300" + "01000000"              // executable, 80386, version 1
            + "0C001000" + "34000000" + "80100000"      // entry, program headers, section headers
            + "00000000" + "3400" + "2000" + "0100"     // flags, header size, program header size and count
            + "2800" + "0500" + "0400",                 // section header size and count, section of names
            Convert.ToHexString(file.AsSpan(0, 52)));
        Assert.Equal(
            "01000000" + "00100000" + "000010C0" + "00001000"   // load, offset, virtual and physical address
            + "0E000000" + "0E000000" + "05000000" + "00100000", // bytes in file and memory, read and execute, page alignment
            Convert.ToHexString(file.AsSpan(52, 32)));
    }

    [Fact]
    public void A_boot_loader_finds_the_Multiboot_header()
    {
        var file = Write(Image());

        Assert.Equal(0x1000, MultibootHeader.Find(file));
        Assert.Equal("02B0AD1B03000000FB4F52E4", Convert.ToHexString(file.AsSpan(0x1000, 12)));
    }

    [Fact]
    public void The_same_image_gives_the_same_bytes() => Assert.Equal(Write(Image()), Write(Image()));

    [Fact]
    public void A_segment_in_the_first_MiB_is_refused() => AssertRefused(
        Image(new ElfSegment(".low", SegmentAccess.Read, 0, 0xF_F000, new byte[1], 1)),
        "error NK2301: Segment '.low' is at physical address 0x000FF000; a boot loader owns all below 0x00100000. Move it up.");

    [Fact]
    public void Segments_that_overlap_are_refused_with_both_ranges() => AssertRefused(
        Image(new ElfSegment(".data", SegmentAccess.ReadWrite, 0xC010_0000, 0x10_0008, new byte[1], 0x100)),
        "error NK2302: Segment '.data' (0x00100008-0x00100107) overlaps segment '.boot' (0x00100000-0x0010000D) "
        + "in physical memory. Move one.");

    [Fact]
    public void A_segment_that_leaves_the_address_space_is_refused() => AssertRefused(
        Image(new ElfSegment(".data", SegmentAccess.ReadWrite, 0x1000, 0xFFFF_F000, new byte[1], 0x1001)),
        "error NK2305: Segment '.data' at 0xFFFFF000 with 1 bytes in the file and 4097 in memory does not fit. "
        + "Its file part must not exceed its memory part, and it must end below 4 GiB.");

    [Fact]
    public void A_segment_with_more_bytes_in_the_file_than_in_memory_is_refused() => AssertRefused(
        Image(new ElfSegment(".data", SegmentAccess.ReadWrite, 0x20_0000, 0x20_0000, new byte[4], 3)),
        "error NK2305: Segment '.data' at 0x00200000 with 4 bytes in the file and 3 in memory does not fit. "
        + "Its file part must not exceed its memory part, and it must end below 4 GiB.");

    [Fact]
    public void An_entry_point_outside_the_code_is_refused() => AssertRefused(
        new ElfImage { EntryPoint = 0xC010_000C, Segments = Image().Segments },
        "error NK2304: The entry point 0xC010000C lies in no executable segment. Use the physical address of the entry stub.");

    [Theory]
    [InlineData(0, 12, "its magic number 0x1BADB002 is nowhere")]
    [InlineData(2, 0, "it is at offset 4098, which is no multiple of 4")]
    [InlineData(8192, 0, "it is at offset 12288")]
    public void A_header_that_no_boot_loader_finds_is_refused(int before, int skip, string reason) => AssertRefused(
        new ElfImage
        {
            EntryPoint = 0x10_0000,
            Segments =
            [
                new ElfSegment(
                    ".boot", SegmentAccess.ReadExecute, 0x10_0000, 0x10_0000,
                    (byte[])[.. new byte[before], .. s_boot.Skip(skip)], 0x1_0000),
            ],
        },
        $"error NK2303: There is no valid Multiboot header in the first 8192 bytes of the image: {reason}. "
        + "Put it at the start of the first segment.");

    [Fact]
    public void All_that_is_wrong_is_reported_at_once()
    {
        var diagnostics = new DiagnosticBag();
        var low = new ElfSegment(".low", SegmentAccess.Read, 0, 0, new byte[1], 1);

        var image = new ElfImage { EntryPoint = 0, Segments = [low, low with { Name = ".again" }] };

        Assert.False(ElfWriter.TryWrite(image, diagnostics, out _));

        Assert.Equal(["NK2301", "NK2301", "NK2302", "NK2304"], diagnostics.Select(d => d.Rule.Id));
    }

    [Fact]
    public void Readelf_reads_the_same()
    {
        using var folder = new TemporaryFolder();
        var file = Write(Image());
        File.WriteAllBytes(folder.File("image.elf"), file);
        Assert.Equal(0x7F, file[0]);

        if (Tool.Run("readelf", folder.Path, "-lsW", "image.elf") is not { } text)
            return; // Without binutils the tests above, which assert the bytes themselves, have to do.

        Assert.Contains("Entry point 0x10000c", text);
        Assert.Matches(@"LOAD\s+0x001000 0xc0100000 0x00100000 0x0000e 0x0000e R E 0x1000", text);
        Assert.Matches(@"c010000c\s+2 FUNC\s+LOCAL\s+DEFAULT\s+1 boot_entry", text);
        Assert.Matches(@"00001234\s+0 OBJECT\s+LOCAL\s+DEFAULT\s+ABS limit", text);
    }

    private static byte[] Write(ElfImage image)
    {
        var diagnostics = new DiagnosticBag();
        Assert.True(ElfWriter.TryWrite(image, diagnostics, out var file), string.Join('\n', diagnostics));
        return file!;
    }

    private static void AssertRefused(ElfImage image, string finding)
    {
        var diagnostics = new DiagnosticBag();
        Assert.False(ElfWriter.TryWrite(image, diagnostics, out var file));
        Assert.Null(file);
        Assert.Equal($"nanokernel: {finding}", Assert.Single(diagnostics).ToString());
    }
}
