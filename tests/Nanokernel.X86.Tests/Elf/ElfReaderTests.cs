using CsCheck;
using Nanokernel.Checking;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Tests.Elf;

public class ElfReaderTests
{
    private static readonly byte[] s_file = MakeFile();

    [Theory]
    [InlineData(new byte[0], "identification at offset 0x0 with 7 bytes ends behind the file's 0 bytes")]
    [InlineData(new byte[] { 1, 2, 3, 4, 5, 6, 7, 8 }, "it is no 32-bit little-endian ELF file")]
    public void A_file_of_another_kind_is_refused(byte[] bytes, string reason)
    {
        var diagnostics = new DiagnosticBag();

        Assert.False(ElfReader.TryRead("other", bytes, diagnostics, out _));

        Assert.Equal(
            $"nanokernel: error NK2306: 'other' is no IA-32 ELF executable: {reason}. Build the image again.",
            Assert.Single(diagnostics).ToString());
    }

    [Fact]
    public void A_file_cut_short_anywhere_is_refused()
    {
        for (var length = 0; length < s_file.Length; length += length < 200 ? 1 : 13)
        {
            var isRead = ElfReader.TryRead("cut.elf", s_file.AsMemory(0, length), new DiagnosticBag(), out _);
            Assert.False(isRead, $"{length} of {s_file.Length} bytes");
        }
    }

    [Fact]
    public void A_damaged_file_gives_an_image_or_findings() =>
        Gen.Select(Gen.Int[0, s_file.Length - 1], Gen.Byte).Array[1, 12].Sample(
            changes =>
            {
                var bytes = (byte[])s_file.Clone();
                foreach (var (at, value) in changes)
                    bytes[at] = value;
                var diagnostics = new DiagnosticBag();
                Assert.Equal(ElfReader.TryRead("fuzzed.elf", bytes, diagnostics, out _), !diagnostics.HasErrors);
            },
            time: 2);

    private static byte[] MakeFile()
    {
        var image = new ElfImage
        {
            EntryPoint = 0x10_0000,
            Segments = [new ElfSegment(".boot", SegmentAccess.ReadExecute, 0x10_0000, 0x10_0000, MultibootHeader.Create(0), 0x1000)],
            Symbols = [new ElfSymbol("entry", 0x10_0000, 12, true)],
        };
        Assert.True(ElfWriter.TryWrite(image, new DiagnosticBag(), out var file));
        return file!;
    }
}
