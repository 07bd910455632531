using System.Text.RegularExpressions;
using Nanokernel.Abi;
using Nanokernel.Tests;
using Nanokernel.X86.Guests;

namespace Nanokernel.X86.Tests.Guests;

/// <summary>The header of guests in C: what it says is what the interface is, with or without a C compiler to ask.</summary>
public class CHeaderTests
{
    /// <summary>Each compiler with each file.</summary>
    public static MatrixTheoryData<string, string> CompilersAndFiles { get; } = new(
        CCompiler.Names.Select(name => name.Data),
        ["nanokernel.h", "nanokernel_guest.h", "nanokernel_channels.h", "nanokernel_persistent.h", "nanokernel_start.c", "nanokernel_upcall.c"]);

    /// <summary>Where it differs, write it anew: <c>dotnet run --project (any system) -- header src/Nanokernel.X86/Guests</c>.</summary>
    [Fact]
    public void The_header_in_the_repository_is_the_one_that_is_generated() =>
        Check.Same(CHeader.Write(), File.ReadAllText(CProgram.Path(CHeader.FileName)));

    [Fact]
    public void Every_layout_is_asserted_field_by_field()
    {
        var header = CHeader.Write();

        Assert.Contains("_Static_assert(sizeof(struct nk_queue_header) == 128, ", header, StringComparison.Ordinal);
        Assert.Contains("_Static_assert(offsetof(struct nk_information_page, tsc_frequency) == 56, ", header, StringComparison.Ordinal);
        Assert.Contains("_Static_assert(offsetof(struct nk_queue_header, receiver_waits) == 68, ", header, StringComparison.Ordinal);
        foreach (var structure in CNames.AbiTypes.Where(type => type is { IsValueType: true, IsEnum: false }))
        {
            var count = structure.GetFields().Count(field => !field.IsStatic);
            if (count > 0)
                Assert.Equal(count + 1, Regex.Count(header, $@"_Static_assert\(\w+\({Regex.Escape(CNames.Of(structure))}\b[,)]"));
        }
    }

    [Fact]
    public void Constants_have_the_values_of_the_interface()
    {
        var header = CHeader.Write();

        Assert.Contains($"#define NK_HYPERCALL_WAIT {Hypercall.Wait}u\n", header, StringComparison.Ordinal);
        Assert.Contains("#define NK_HYPERCALL_STATUS_NOT_PERMITTED (-2)\n", header, StringComparison.Ordinal);
        Assert.Contains("#define NK_VIRTUAL_MEMORY_MAP_PARTITION_BASE 0x00400000u\n", header, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_in_a_comment_is_a_name_in_C() => Assert.Contains(
        "disarms): raises NK_VIRTUAL_INTERRUPT_TIMER. */", CHeader.Write(), StringComparison.Ordinal);

    [Fact]
    public void Every_file_is_written_as_it_stands_in_the_repository()
    {
        using var folder = new TemporaryFolder();

        var paths = GuestFiles.Write(folder.File("include"));

        Assert.Equal(
            ["nanokernel.h", "nanokernel.ld", "nanokernel_channels.h", "nanokernel_guest.h", "nanokernel_persistent.h", "nanokernel_start.c", "nanokernel_upcall.c"],
            paths.Select(Path.GetFileName));
        Assert.All(paths, path => Check.Same(File.ReadAllText(CProgram.Path(Path.GetFileName(path))), File.ReadAllText(path)));
    }

    [Theory]
    [MemberData(nameof(CompilersAndFiles))]
    public void A_C_compiler_takes_the_file_without_a_warning_and_agrees_with_every_layout(string compiler, string file)
    {
        using var folder = new TemporaryFolder();
        CCompiler.Named(compiler).Check(folder.Path, $"#include \"{file}\"\n");
    }

    [Theory]
    [MemberData(nameof(CCompiler.Names), MemberType = typeof(CCompiler))]
    public void A_C_compiler_takes_the_programs_of_the_guide(string compiler)
    {
        var blocks = Regex.Matches(File.ReadAllText(CProgram.Path("c-guests.md")), "^```c\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline);
        Assert.Equal(5, blocks.Count);
        foreach (var block in blocks.Select(match => match.Groups[1].Value))
        {
            using var folder = new TemporaryFolder();
            CCompiler.Named(compiler).Check(folder.Path, block.Contains("int main", StringComparison.Ordinal)
                ? block
                : $"#include \"nanokernel_guest.h\"\nvoid serve(void);\nint main(void)\n{{\n{block}}}\n");
        }
    }
}
