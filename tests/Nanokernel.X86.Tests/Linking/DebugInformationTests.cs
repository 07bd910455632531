using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Tests.Linking;

/// <summary>CodeView made by hand: one function of three bytes with two lines.</summary>
public class DebugInformationTests
{
    private const int SymbolLength = 8;
    private const int LineCount = 76;

    [Fact]
    public void Functions_have_their_size_without_padding_and_their_lines()
    {
        var image = Check.Link(Describe(DebugSection()));

        Assert.Equal(3u, Assert.Single(image.Symbols).Size);
        Assert.Equal(
            [(0x40_0000u, "/src/a.cs(7)"), (0x40_0002u, "/src/a.cs(9)")],
            image.Lines.Select(l => (l.Address, l.Location.ToString())));
        Assert.Equal("/src/a.cs(7)", image.FindLine(0x40_0001)?.ToString());
        Assert.Null(image.FindLine(0x40_0003));
    }

    [Theory]
    [InlineData(0, 5u, "its debug information has version 5 and not 4")]
    [InlineData(SymbolLength, 0x1000u, "ends behind the section's")]
    [InlineData(12, 0u, "a symbol record of its debug information at 0xC has the length 0")]
    [InlineData(12, 0xFFFFu, "a symbol record of its debug information at 0xC has the length 65535")]
    [InlineData(LineCount, uint.MaxValue, "a line table of its debug information at 0x48 has 4294967295 lines in 28 bytes")]
    [InlineData(LineCount + 4, 0u, "a line table of its debug information at 0x48 has 2 lines in 0 bytes")]
    [InlineData(LineCount - 4, 64u, "its debug information names source file 64, which is none")]
    public void Debug_information_that_contradicts_itself_is_an_error(int at, uint value, string reason)
    {
        var section = DebugSection();
        if (at == 12)
            BitConverter.TryWriteBytes(section.AsSpan(at), (ushort)value);
        else
            BitConverter.TryWriteBytes(section.AsSpan(at), value);

        var finding = Assert.Single(Check.LinkFails(Describe(section)));

        Assert.Equal(ToolchainRules.DamagedObject, finding.Rule);
        Assert.Contains(reason, finding.Message);
    }

    private static ObjectFile Describe(byte[] debug)
    {
        var (file, _) = Objects.Start([0x40, 0x40, 0xC3, 0x90, 0x90]);
        var section = file.Section(".debug$S", SectionKind.Debug, debug, alignment: 1);
        section.Refers(44, RelocationKind.SectionRelative, file.Symbols[0]).Refers(60, RelocationKind.SectionRelative, file.Symbols[0]);
        return file;
    }

    private static byte[] DebugSection()
    {
        uint[] symbols = [0, 0, 0, 3, 0, 3, 0, 0];      // parent, end, next, size, first and last of the body, type, offset
        uint[] lines = [
            0, 0, 3,                                    // the function's offset, section, size
            0, 2, 28,                                   // file, number of lines, bytes
            0, 0x8000_0007, 2, 0x8000_0009,             // offset and line, each a statement
        ];
        return
        [
            .. Words(4),                                // 0: signature
            .. Words(0xF1, 40),                         // 4: symbols
            38, 0, 0x47, 0x11, .. Words(symbols),       // 12: a procedure
            0, 0, 0, 0,                                 // 48: section, flags, an empty name
            .. Words(0xF2, 40),                         // 52: lines
            .. Words(lines),                            // 60
            .. Words(0xF4, 8),                          // 100: checksums
            .. Words(1, 0),                             // 108: the name at 1, no checksum
            .. Words(0xF3, 11),                         // 116: strings
            0, .. "/src/a.cs\0"u8,                      // 124
        ];
    }

    private static byte[] Words(params uint[] words) => [.. words.SelectMany(BitConverter.GetBytes)];
}
