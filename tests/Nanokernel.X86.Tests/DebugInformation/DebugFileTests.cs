using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Tests.DebugInformation;

/// <summary>The whole file for debuggers, of compiled code.</summary>
public class DebugFileTests(CompiledSample sample) : IClassFixture<CompiledSample>
{
    private LinkedImage Link() => Check.Link(sample.Request(Check.Read(sample.Object)));

    [Fact]
    public void The_file_has_the_sections_that_debuggers_look_for()
    {
        var file = ElfFile.Read(DebugFile.Write(new DebugProgram(Link())));

        Assert.Equal(
            ["", ".text", ".rodata", ".data", ".debug_abbrev", ".debug_info", ".debug_line", ".debug_frame", ".symtab", ".strtab", ".shstrtab"],
            file.Sections.Select(section => section.Name));
        Assert.Empty(file.ProgramHeaders);
        Assert.Contains(file.Symbols, symbol => symbol is { Name: "Control.Twice", IsFunction: true });
    }

    [Fact]
    public void The_same_program_gives_the_same_bytes() =>
        Assert.Equal(DebugFile.Write(new DebugProgram(Link())), DebugFile.Write(new DebugProgram(Link())));

    [Fact]
    public void Every_function_of_the_compiler_ends_with_the_frame_that_it_began_with()
    {
        var functions = DebugFunction.Of(Link());
        var analysis = new FrameAnalysis(functions);
        foreach (var function in functions.Where(function => function.Location is not null))
        {
            var rows = analysis.Analyze(function, FrameEntry.Called);
            foreach (var end in Prologue.Decode(function).Where(instruction => instruction.Mnemonic == Iced.Intel.Mnemonic.Ret))
            {
                var state = rows.Last(row => row.Address <= end.IP32).State;
                Assert.True(state.IsSame(FrameState.At(FrameEntry.Called)), $"{function.Name} at {end.IP32:X8}: {state.AddressRegister}+{state.Distance}");
            }
        }
    }

    [Fact]
    public void Readelf_reads_it_without_a_complaint()
    {
        using var folder = new TemporaryFolder();
        var image = Link();
        File.WriteAllBytes(folder.File("sample.elf"), DebugFile.Write(new DebugProgram(image)));
        if (Tool.Run("readelf", folder.Path, "-wlifaL", "--wide", "sample.elf") is not { } text)
            return; // Without binutils, DwarfTests assert the bytes themselves.

        Assert.DoesNotContain("arning", text, StringComparison.Ordinal);
        Assert.True(image.TryFindSymbol("Sample_My_Plant_Control__Twice", out var twice));
        Assert.Matches($@"Sample\.cs +{CompiledSample.LineOf("static int Twice")} +0x{twice.Address:x}", text);
        Assert.Matches(@"DW_AT_name.*Control\.Twice\s+<[0-9a-f]+> +DW_AT_low_pc.* 0x" + $"{twice.Address:x}", text);
        Assert.Contains($"pc={twice.Address:x8}..{twice.Address + twice.Size:x8}", text, StringComparison.Ordinal);
    }
}
