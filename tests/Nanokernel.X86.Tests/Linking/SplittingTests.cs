using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Tests.Linking;

/// <summary>How compiled text is taken apart into functions when calls within the section have no relocation.</summary>
public class SplittingTests
{
    [Fact]
    public void Functions_close_up_over_one_that_is_not_used()
    {
        var file = Compiled(
        [
            0xE8, 0x0B, 0, 0, 0, 0xC3, 0x90, 0x90,      // start:  call last; ret
            0xFF, 0x15, 0, 0, 0, 0, 0xC3, 0x90,         // unused: call [0]; ret
            0xEB, 0xFE,                                 // last:   jmp last
        ]);

        Check.Same(
            """
            start:
              00400000  E803000000            call 00400008h
              00400005  C3                    ret
              00400006  90                    nop
              00400007  90                    nop
            last:
              00400008  EBFE                  jmp short 00400008h
            """,
            CodeOf(Check.Link(file)));
    }

    [Theory]
    [InlineData("E80C000000C39090C30000000000000090C3", "a call into the middle of a function")]
    [InlineData("EB0E909090C39090C300000000000000C3C3", "a short jump to another")]
    [InlineData("C3909090909090900FFFFFFFFFFFFFFFC3C3", "no instruction")]
    [InlineData("C3909090909090E800000000C3909090C3C3", "an instruction over the boundary")]
    public void Text_that_cannot_be_taken_apart_is_kept_whole(string hex, string reason)
    {
        var code = Convert.FromHexString(hex);
        var image = Check.Link(Compiled(code));

        Assert.True(code.AsSpan().SequenceEqual(image.Segments[0].Data), reason);
    }

    // Three functions of 8, 8 and 2 bytes; "unused" refers to a symbol that is nowhere.
    private static ObjectFile Compiled(byte[] code)
    {
        var file = Objects.File("compiled.obj", subsections: true);
        var text = file.Section(".managedcode$I", SectionKind.Text, code, alignment: 4);
        file.Symbol("start", text);
        file.Symbol("unused", text, 8);
        file.Symbol("last", text, 16);
        return file;
    }

    private static string CodeOf(LinkedImage image)
    {
        var lines = Check.Print(image).ReplaceLineEndings("\n").Split('\n');
        return string.Join('\n', lines.SkipWhile(l => l != "start:").TakeWhile(l => l != "relocations"));
    }
}
