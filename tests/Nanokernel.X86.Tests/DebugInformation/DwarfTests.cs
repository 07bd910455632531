using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Tests.DebugInformation;

/// <summary>The sections of DWARF, byte by byte.</summary>
public class DwarfTests
{
    private static readonly List<DebugFunction> s_functions = DebugFunction.Of(DebugSample.WithFrame);

    [Theory]
    [InlineData(0, "00")]
    [InlineData(63, "3F")]
    [InlineData(64, "C000")]
    [InlineData(-1, "7F")]
    [InlineData(-64, "40")]
    [InlineData(-65, "BF7F")]
    [InlineData(int.MinValue, "8080808078")]
    public void Signed_numbers_end_with_their_sign(int value, string bytes)
    {
        var buffer = new DwarfBuffer();
        buffer.WriteSigned(value);
        DebugSample.Same(bytes, buffer.ToArray());
    }

    [Theory]
    [InlineData(127, "7F")]
    [InlineData(128, "8001")]
    [InlineData(uint.MaxValue, "FFFFFFFF0F")]
    public void Unsigned_numbers_have_seven_bits_in_a_byte(uint value, string bytes)
    {
        var buffer = new DwarfBuffer();
        buffer.WriteUnsigned(value);
        DebugSample.Same(bytes, buffer.ToArray());
    }

    [Fact]
    public void The_line_table_has_a_row_for_each_instruction_of_the_prologue() => DebugSample.Same(
        "47000000 0400 21000000"                // length, version, header length
        + "01 01 01 00 01 0D"                   // instruction bytes, operations, statements, line base, line range, first special opcode
        + "00 01 01 01 01 00 00 00 01 00 00 01" // the arguments of the standard opcodes
        + "2F73726300 00"                       // directory 1: /src
        + "612E637300 01 00 00 00"              // file 1: a.cs in directory 1
        + "00 05 02 00004000"                   // address 400000
        + "03 06 01"                            // line 7
        + "02 01 01"                            // 400001
        + "02 02 01"                            // 400003
        + "02 01 01"                            // 400004
        + "02 03 01"                            // 400007, behind the prologue
        + "03 02 02 01 01"                      // line 9 at 400008
        + "02 08 00 01 01",                     // the end at 400010
        DwarfLineTable.Write(s_functions, new DwarfSourceFiles(s_functions)));

    [Fact]
    public void The_unit_has_the_functions_with_names_and_places() => DebugSample.Same(
        "3D000000 0400 00000000 04"             // length, version, abbreviations, address bytes
        + "01 4E616E6F6B65726E656C2E58383600"   // unit: Nanokernel.X86
        + "0C 7465737400"                       // language, name
        + "00004000 10000000 00000000"          // from, bytes, line table
        + "02 737461727400"                     // function: start
        + "00004000 10000000 01 9C"             // from, bytes, frame base
        + "01 07"                               // file and line
        + "00",
        DwarfUnit.Write("test", s_functions, new DwarfSourceFiles(s_functions)));

    [Fact]
    public void The_frame_table_follows_prologue_and_epilogue() => DebugSample.Same(
        "10000000 FFFFFFFF 01 00 01 7C 08"      // common: version, units of 1 and -4, EIP is the return address
        + "0C 04 04 88 01 00 00"                //   the frame is at ESP+4, EIP at -4
        + "14000000 FFFFFFFF 01 7A5300 01 7C 08 00"
        + "0C 04 04 88 01 00 00 00"             //   the same for what is interrupted
        + "20000000 00000000 00004000 10000000" // function
        + "41 0E 08 85 02"                      // 400001: ESP+8, EBP at -8
        + "42 0D 05"                            // 400003: EBP+8
        + "41 86 03"                            // 400004: ESI at -12
        + "48 C6"                               // 40000C: ESI is back
        + "41 0C 04 04 C5 00 00",               // 40000D: ESP+4, EBP is back
        DwarfFrameTable.Write(s_functions, _ => FrameEntry.Called, 0));

    [Theory]
    [InlineData("a.cs", "00" + "612E637300 00 00 00" + "00")]
    [InlineData("/a.cs", "00" + "2F612E637300 00 00 00" + "00")]
    [InlineData("C:\\p\\a.cs", "433A5C7000 00" + "612E637300 01 00 00" + "00")]
    public void Source_files_are_split_at_the_last_slash_of_either_kind(string path, string bytes)
    {
        var function = s_functions[0] with { Lines = [new LinkedLine(DebugSample.Address, new Checking.SourceLocation(path, 1))] };
        var buffer = new DwarfBuffer();
        new DwarfSourceFiles([function]).Write(buffer);
        DebugSample.Same(bytes, buffer.ToArray());
    }
}
