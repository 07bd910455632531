using System.Diagnostics;
using CsCheck;
using Iced.Intel;
using Nanokernel.Checking;
using Nanokernel.Tests;
using Nanokernel.X86.Toolchain;
using static Iced.Intel.AssemblerRegisters;

namespace Nanokernel.X86.Tests.Guests;

/// <summary>Executables that other tools linked: what can run in a partition is loaded, everything else is a finding with the file's values.</summary>
public class ExecutableReaderTests
{
    private static readonly PartitionExecutable Executable = new("legacy", "legacy.elf");
    private static readonly SourceLocation Place = new("Plant.cs", 7);

    [Fact]
    public void Segments_lie_on_whole_pages_and_symbols_keep_their_functions()
    {
        var elf = Good()
            .Load(0x40_1100, GuestElf.Read, [1, 2, 3])
            .Load(0x40_2ffe, GuestElf.Write, [4, 5], memoryBytes: 0x1234)
            .Variable("table", 0x40_1100, 3)
            .Function("elsewhere", 0x1234, 4);

        var image = Read(elf);

        Check.Same(
            """
            image legacy base 0x00400000 entry 0x00400000
            segment .segment0 ReadExecute 0x00400000 data 0x2 memory 0x2
            segment .segment1 Read 0x00401000 data 0x103 memory 0x103
            """,
            string.Join('\n', Check.Print(image).Split('\n').Where(line => !line.StartsWith(' ')).Take(3)));
        Assert.Equal((0x40_2000u, 0x1000 , 0xffeu + 0x1234u), (image.Segments[2].Address, image.Segments[2].Data.Length, image.Segments[2].MemoryBytes));
        Assert.Equal([4, 5], image.Segments[2].Data[0xffe..]);
        Assert.Equal(["_start", "table"], image.Symbols.Select(symbol => symbol.Name));
        Assert.Equal([true, false], image.Symbols.Select(symbol => symbol.IsFunction));
    }

    [Fact]
    public void A_file_that_does_not_exist_is_named() => AssertFinding(
        "NK2307: The executable 'nowhere/legacy.elf' does not exist. Build it with the tools of its language, or correct the path.",
        diagnostics => Assert.False(ExecutableReader.TryRead(new PartitionExecutable("legacy", "nowhere/legacy.elf"), Place, diagnostics, out _)));

    public static TheoryData<string, string> Unfit => new()
    {
        { "text", "it is no 32-bit little-endian ELF file" },
        { "shared", "it is no executable for the 80386" },
        { "other processor", "it is no executable for the 80386" },
        { "dynamic", "it is linked dynamically, and there are no shared libraries" },
        { "interpreter", "it is linked dynamically, and there are no shared libraries" },
        { "threads", "it has thread-local variables, and there are no threads" },
        { "no code", "it has 0 executable segments, and a partition has one" },
        { "two codes", "it has 2 executable segments, and a partition has one" },
        { "sizes", "its segment at 0x00401000 has 2 bytes in the file and 1 in memory" },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public void What_no_partition_can_run_is_refused_with_the_reason(string what, string reason) => AssertRefused(
        $"NK2308: 'legacy.elf' is no executable that a partition can run: {reason}. Link it statically for the 80386, with nanokernel.ld.",
        what switch
        {
            "text" => "This is text."u8.ToArray(),
            "shared" => new GuestElf { Type = 3 }.Code(Halt).ToArray(),
            "other processor" => new GuestElf { Machine = 62 }.Code(Halt).ToArray(),
            "dynamic" => Good().Header(2, GuestElf.Base, 4, [], 0).ToArray(),
            "interpreter" => Good().Header(3, GuestElf.Base, 4, [], 0).ToArray(),
            "threads" => Good().Header(7, GuestElf.Base, 4, [], 4).ToArray(),
            "no code" => new GuestElf().Load(GuestElf.Base, GuestElf.Read, [1]).ToArray(),
            "two codes" => Good().Load(0x40_1000, GuestElf.Execute, [0xC3]).ToArray(),
            _ => Good().Load(0x40_1000, GuestElf.Read, [1, 2], memoryBytes: 1).ToArray(),
        });

    [Theory]
    [InlineData(0x0804_8000, 0x0804_8001)]
    [InlineData(0x0040_1000, 0x0040_1001)]
    public void An_executable_at_another_address_is_refused_with_both_addresses(uint address, uint last) => AssertRefused(
        $"NK2309: 'legacy.elf' has a segment at 0x{address:X8}-0x{last:X8}; the first one of a partition begins at 0x00400000, and the last one ends "
        + "below 0xB0000000. Link it there, as nanokernel.ld does.",
        new GuestElf { Entry = address }.Code(Halt, address).ToArray());

    [Theory]
    [InlineData(0xB000_0000, 1, "0xB0000000-0xB0000000")]
    [InlineData(0xFFFF_F000, 0x1000, "0xFFFFF000-0xFFFFFFFF")]
    [InlineData(0xFFFF_F000, 0x2000, "0xFFFFF000-0x100000FFF")]
    public void A_segment_where_the_kernel_or_nothing_is_is_refused(uint address, uint bytes, string range) => AssertRefused(
        $"NK2309: 'legacy.elf' has a segment at {range}; the first one of a partition begins at 0x00400000, and the last one ends below 0xB0000000. "
        + "Link it there, as nanokernel.ld does.",
        Good().Load(address, GuestElf.Write, [], bytes).ToArray());

    [Fact]
    public void Code_that_can_be_written_is_refused() => AssertRefused(
        "NK2310: 'legacy.elf' has a segment at 0x00400000-0x00400000 that is both writable and executable. Link code and data apart, as "
        + "nanokernel.ld does.",
        new GuestElf().Load(GuestElf.Base, 7, [0xC3]).ToArray());

    [Theory]
    [InlineData(0x40_0800, GuestElf.Write)]
    [InlineData(0x40_0001, GuestElf.Read)]
    public void Segments_on_one_page_are_refused_with_both_ranges(uint address, uint flags) => AssertRefused(
        $"NK2311: 'legacy.elf' has segments at 0x00400000-0x00400001 and 0x{address:X8}-0x{address:X8}, which have the page 0x00400000 in common; a "
        + "page has one set of rights. Begin each segment on a page of its own, as nanokernel.ld does.",
        Good().Load(address, flags, [9]).ToArray());

    [Theory]
    [InlineData(0x40_0002)]
    [InlineData(0)]
    [InlineData(0x40_1000)]
    public void An_entry_point_that_is_no_code_is_refused(uint entry) => AssertRefused(
        $"NK2312: The entry point 0x{entry:X8} of 'legacy.elf' lies in no executable segment. Link nanokernel_start.c into it, or name its own start "
        + "with ld's option -e.",
        new GuestElf { Entry = entry }.Code(Halt).Load(0x40_1000, GuestElf.Write, [1]).ToArray());

    [Fact]
    public void All_that_is_wrong_comes_at_once()
    {
        var diagnostics = new DiagnosticBag();
        var elf = new GuestElf { Entry = 1 }.Load(0x0804_8000, 7, [1]).Load(0x0804_8001, GuestElf.Read, [1]);

        Assert.False(ExecutableReader.TryRead(Executable, elf.ToArray(), Place, diagnostics, out _, out _));

        Assert.Equal(["NK2309", "NK2310", "NK2311", "NK2312"], diagnostics.Select(diagnostic => diagnostic.Rule.Id));
        Assert.All(diagnostics, diagnostic => Assert.Equal(Place, diagnostic.Location));
    }

    [Fact]
    public void What_it_asks_for_is_read_and_equal_requests_are_one()
    {
        var elf = Good().Section(".nanokernel.ends", [.. End(1, 16, "telemetry", "struct sample"), .. End(4, 0, "start"), .. End(1, 16, "telemetry", "sample_t")]);

        Assert.True(ExecutableReader.TryRead(Executable, elf.ToArray(), Place, new DiagnosticBag(), out _, out var ends));

        Assert.Equal([new RequestedChannelEnd("telemetry", 1, "struct sample", 16), new RequestedChannelEnd("start", 4, "", 0)], ends);
    }

    /// <summary>Sections that make no sense, and why.</summary>
    public static TheoryData<byte[], string> Requests => new()
    {
        { new byte[95], "it has 95 bytes, which is no multiple of 96" },
        { End(1, 4, ""), "the record at offset 0 names no channel" },
        { End(99, 4, "telemetry"), "the record of 'telemetry' is of kind 99, which an executable cannot ask for" },
        { End(1, 0, "telemetry"), "the record of 'telemetry' has 0 bytes of content" },
        { End(2, uint.MaxValue, "telemetry"), "the record of 'telemetry' has 4294967295 bytes of content" },
        { End(3, 4, "start"), "the record of 'start' has 4 bytes of content" },
        { [.. End(1, 12, "telemetry"), .. End(1, 16, "telemetry")], "it asks for one end of 'telemetry' with 12 and with 16 bytes" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public void Requests_that_make_no_sense_are_refused(byte[] section, string reason) => AssertRefused(
        $"NK2315: 'legacy.elf' says in its section .nanokernel.ends which channel ends it asks for, but {reason}. State them by the macros of "
        + "nanokernel_channels.h.",
        Good().Section(".nanokernel.ends", section).ToArray());

    private static byte[] End(uint kind, uint bytes, string channel, string type = "") =>
    [
        .. BitConverter.GetBytes(kind), .. BitConverter.GetBytes(bytes),
        .. System.Text.Encoding.ASCII.GetBytes(channel.PadRight(32, '\0')), .. System.Text.Encoding.ASCII.GetBytes(type.PadRight(56, '\0')),
    ];

    [Fact]
    public void Floating_point_is_found_in_functions_and_beside_them()
    {
        var named = new GuestElf().Code(code => { code.fld1(); code.hlt(); });
        var unnamed = new GuestElf().Load(GuestElf.Base, GuestElf.Execute, [0x90, 0xC3, 0x0F, 0x28, 0xC1]).Function("_start", GuestElf.Base, 2);

        Assert.Equal("fld1", Verifier.FindFloatingPoint(Read(named))!.Text);
        Assert.Equal((0x40_0002u, "movaps xmm0,xmm1"), (Verifier.FindFloatingPoint(Read(unnamed))!.Address, Verifier.FindFloatingPoint(Read(unnamed))!.Text));
        Assert.Null(Verifier.FindFloatingPoint(Read(Good())));
    }

    [Fact]
    public void Functions_that_lie_over_each_other_are_decoded_once()
    {
        var elf = new GuestElf().Load(GuestElf.Base, GuestElf.Execute, new byte[0x8_0000]);
        for (var i = 0u; i < 20_000; i++)
            elf.Function($"f{i}", GuestElf.Base + i * 4, 0x8_0000);
        var watch = Stopwatch.StartNew();

        Assert.True(Verifier.VerifyPartition(Read(elf), CpuLevel.Pentium4, new DiagnosticBag()));

        Assert.InRange(watch.ElapsedMilliseconds, 0, 20_000);
    }

    [Fact]
    public void A_file_cut_short_anywhere_is_refused()
    {
        var file = Sample().ToArray();
        for (var length = 0; length < file.Length; length++)
        {
            var diagnostics = new DiagnosticBag();
            Assert.False(ExecutableReader.TryRead(Executable, file.AsMemory(0, length), Place, diagnostics, out _, out _), $"{length} of {file.Length} bytes");
            AssertCoded(diagnostics);
        }
    }

    [Fact]
    public void A_damaged_file_gives_an_image_or_findings()
    {
        var file = Sample().ToArray();
        Gen.Select(Gen.Int[0, file.Length - 1], Gen.OneOf(Gen.Byte, Gen.Const((byte)0xFF), Gen.Const((byte)0x80))).Array[1, 12].Sample(
            changes =>
            {
                var bytes = (byte[])file.Clone();
                foreach (var (at, value) in changes)
                    bytes[at] = value;
                Process(bytes);
            },
            time: 3);
    }

    [Fact]
    public void Numbers_in_its_headers_may_be_anything()
    {
        var file = Sample().ToArray();
        uint[] hostile = [0, 1, 0x40_0000, 0x7FFF_FFFF, 0x8000_0000, 0xAFFF_F000, 0xFFFF_F000, uint.MaxValue];
        Gen.Select(Gen.Int[4, (52 + 3 * 32) / 4 - 1], Gen.OneOf([.. hostile.Select(Gen.Const)])).Array[1, 6].Sample(
            changes =>
            {
                var bytes = (byte[])file.Clone();
                foreach (var (at, value) in changes)
                    BitConverter.TryWriteBytes(bytes.AsSpan(at * 4), value);
                Process(bytes);
            },
            time: 3);
    }

    private static void Process(byte[] bytes)
    {
        var watch = Stopwatch.StartNew();
        var diagnostics = new DiagnosticBag();
        if (ExecutableReader.TryRead(Executable, bytes, Place, diagnostics, out var image, out _))
        {
            Assert.Empty(diagnostics);
            Verifier.VerifyPartition(image, CpuLevel.Pentium4, diagnostics);
            Verifier.ReportPrivileged(image, diagnostics);
            Verifier.FindFloatingPoint(image);
            Assert.Single(image.Segments, segment => segment.Access == SegmentAccess.ReadExecute);
            Assert.All(image.Segments, segment => Assert.Equal(0u, segment.Address % 0x1000));
        }
        else
        {
            AssertCoded(diagnostics);
        }

        Assert.InRange(watch.ElapsedMilliseconds, 0, 20_000);
    }

    private static GuestElf Good() => new GuestElf().Code(Halt);

    private static GuestElf Sample() => new GuestElf()
        .Code(code => { code.mov(eax, 9); code.@int(0x40); code.hlt(); })
        .Load(0x40_1000, GuestElf.Read, [.. Enumerable.Range(0, 40).Select(i => (byte)i)])
        .Load(0x40_2000, GuestElf.Write, [1, 2, 3, 4], 0x3000)
        .Function("helper", GuestElf.Base + 5, 3)
        .Variable("table", 0x40_1000, 40)
        .Section(".nanokernel.ends", [.. End(1, 16, "telemetry", "struct sample"), .. End(4, 0, "start")]);

    // Two bytes.
    private static void Halt(Assembler code)
    {
        code.nop();
        code.ret();
    }

    private static LinkedImage Read(GuestElf elf)
    {
        var diagnostics = new DiagnosticBag();
        var isRead = ExecutableReader.TryRead(Executable, elf.ToArray(), Place, diagnostics, out var image, out _);
        Assert.True(isRead, string.Join('\n', diagnostics));
        return image!;
    }

    private static void AssertRefused(string finding, byte[] bytes) => AssertFinding(
        finding, diagnostics => Assert.False(ExecutableReader.TryRead(Executable, bytes, Place, diagnostics, out _, out _)));

    private static void AssertFinding(string finding, Action<DiagnosticBag> act)
    {
        var diagnostics = new DiagnosticBag();
        act(diagnostics);
        Assert.Equal($"Plant.cs(7): error {finding}", Assert.Single(diagnostics).ToString());
    }

    private static void AssertCoded(DiagnosticBag diagnostics)
    {
        Assert.True(diagnostics.HasErrors);
        Assert.All(diagnostics, diagnostic => Assert.StartsWith("NK23", diagnostic.Rule.Id, StringComparison.Ordinal));
    }
}
