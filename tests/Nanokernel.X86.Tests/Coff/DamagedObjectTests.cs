using System.Text;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Tests.Coff;

public class DamagedObjectTests
{
    public static TheoryData<string, byte[], string> ForeignFiles => new()
    {
        { "empty", [], "it is empty" },
        { "text", "int main(void) { return 0; }\n"u8.ToArray(), "its machine type is 0x6E69 and not 0x014C" },
        { "one byte", [0x4C], "it has 1 bytes, fewer than a file header" },
        { "ELF", [0x7F, .. "ELF"u8, .. new byte[60]], "it is an ELF file" },
        { "executable", [.. "MZ"u8, .. new byte[60]], "it is a Windows executable or a .NET assembly" },
        { "archive", Encoding.ASCII.GetBytes("!<arch>\n/               "), "it is a library archive" },
        { "x64", new CoffBuilder { Machine = 0x8664 }.Build(), "it is an object for x64" },
        { "Arm64", new CoffBuilder { Machine = 0xAA64 }.Build(), "it is an object for Arm64" },
        { "bigobj", [0, 0, 0xFF, 0xFF, .. new byte[52]], "it is an object with an extended header (bigobj)" },
    };

    [Theory]
    [MemberData(nameof(ForeignFiles))]
    public void A_foreign_file_is_named_for_what_it_is(string name, byte[] bytes, string reason)
    {
        var finding = Check.ReadFails(bytes, name);

        Assert.Equal(
            $"nanokernel: error NK2101: '{name}' is no IA-32 COFF object: {reason}. Delete the intermediate folder and build again.",
            finding.ToString());
    }

    [Fact]
    public void A_symbol_in_no_section_is_found()
    {
        var builder = new CoffBuilder();
        builder.AddSymbol("lost", 3, 0);
        AssertDamaged(builder, "symbol 0 ('lost') is in section 3 of 0");
    }

    [Fact]
    public void A_symbol_behind_the_end_of_its_section_is_found()
    {
        var builder = new CoffBuilder();
        builder.AddSection(".data", CoffBuilder.Data, [1, 2]);
        builder.AddSymbol("far", 1, 3);
        AssertDamaged(builder, "symbol 0 ('far') is at offset 0x3 of section '.data', which has 0x2 bytes");
    }

    [Fact]
    public void A_relocation_outside_its_section_is_found()
    {
        var builder = new CoffBuilder();
        builder.AddSection(".data", CoffBuilder.Data, [1, 2, 3, 4], (1, 0, 0x06));
        builder.AddSymbol("target", 0, 0);
        AssertDamaged(builder, "relocation 0 of section '.data' is at offset 0x1, outside the section's 0x4 bytes");
    }

    [Fact]
    public void A_relocation_without_a_symbol_is_found()
    {
        var builder = new CoffBuilder();
        builder.AddSection(".data", CoffBuilder.Data, [1, 2, 3, 4], (0, 7, 0x06));
        AssertDamaged(builder, "relocation 0 of section '.data' names symbol 7, which is none");
    }

    [Fact]
    public void Two_relocations_of_the_same_bytes_are_found()
    {
        var builder = new CoffBuilder();
        builder.AddSection(".data", CoffBuilder.Data, [1, 2, 3, 4, 5, 6], (0, 0, 0x06), (2, 0, 0x06));
        builder.AddSymbol("target", 0, 0);
        AssertDamaged(builder, "two relocations of section '.data' fill in the same bytes at offset 0x2");
    }

    [Fact]
    public void A_COMDAT_section_without_a_symbol_is_found()
    {
        var builder = new CoffBuilder();
        builder.AddSection(".data", CoffBuilder.Data | CoffBuilder.Comdat, [1]);
        AssertDamaged(builder, "section 1 (.data) is a COMDAT section without a COMDAT symbol");
    }

    [Fact]
    public void Sections_that_share_their_bytes_are_found_before_they_take_memory()
    {
        var builder = new CoffBuilder();
        var content = new byte[1 << 16];
        for (var i = 0; i < 1000; i++)
            builder.AddSection(".data", CoffBuilder.Data, i == 0 ? content : []);
        var bytes = builder.Build();
        for (var i = 1; i < 1000; i++)
            bytes.AsSpan(20 + 16, 8).CopyTo(bytes.AsSpan(20 + 40 * i + 16));

        var before = GC.GetAllocatedBytesForCurrentThread();
        var finding = Check.ReadFails(bytes);

        Assert.Contains("its sections overlap: together they are larger than the file", finding.Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10 << 20);
    }

    [Theory]
    [InlineData(0x01)]
    [InlineData(0x02)]
    [InlineData(0x0D)]
    public void A_relocation_that_the_compiler_never_emits_is_named(ushort type)
    {
        var builder = new CoffBuilder();
        builder.AddSection(".data", CoffBuilder.Data, [1, 2, 3, 4], (0, 0, type));
        builder.AddSymbol("target", 0, 0);

        Assert.Equal(
            $"nanokernel: error NK2103: The object 'test.obj' has a relocation of type 0x{type:X4} in section '.data', "
            + "which the linker does not support. Compile with the pinned compiler version.",
            Check.ReadFails(builder.Build()).ToString());
    }

    [Fact]
    public void Code_that_can_be_written_is_refused()
    {
        var builder = new CoffBuilder();
        builder.AddSection(".text", CoffBuilder.Text | 0x8000_0000, [0xC3]);

        Assert.Equal(ToolchainRules.UnsupportedObjectFeature, Check.ReadFails(builder.Build()).Rule);
    }

    [Theory]
    [InlineData(105, 0u, "weak")]
    [InlineData(2, 16u, "common")]
    public void Weak_and_common_symbols_are_refused(byte storageClass, uint value, string kind)
    {
        var builder = new CoffBuilder();
        builder.AddSymbol("odd", 0, value, storageClass);

        Assert.Contains($"has the {kind} symbol 'odd'", Check.ReadFails(builder.Build()).Message);
    }

    private static void AssertDamaged(CoffBuilder builder, string reason) => Assert.Equal(
        $"nanokernel: error NK2102: The object 'test.obj' is damaged: {reason}. Delete the intermediate folder and build again.",
        Check.ReadFails(builder.Build()).ToString());
}
