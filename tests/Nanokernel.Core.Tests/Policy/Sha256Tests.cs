using System.Runtime.InteropServices;
using CsCheck;
using Nanokernel.Policy;

namespace Nanokernel.Core.Tests.Policy;

/// <summary>The kernel's SHA-256 against .NET's.</summary>
public unsafe class Sha256Tests
{
    // RFC 8017, section 9.2, note 1, from its first byte on; before it the end of the padding.
    private static readonly byte[] Prefix =
        [0x00, 0x30, 0x31, 0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20];

    [Fact]
    public void It_gives_the_examples_of_the_standard()
    {
        Assert.Equal("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD", Digest("abc"u8));
        Assert.Equal(
            "248D6A61D20638B8E5C026930C3E6039A33CE45964FF2167F6ECEDD419DB06C1",
            Digest("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"u8));
        Assert.Equal("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855", Digest([]));
    }

    [Fact]
    public void It_agrees_with_dotNET_for_every_length_of_the_first_blocks()
    {
        var data = new byte[64 * 5];
        new Random(1).NextBytes(data);
        for (var length = 0; length <= data.Length; length++)
            Assert.Equal(Expected(data.AsSpan(0, length)), Digest(data.AsSpan(0, length)));
    }

    [Fact]
    public void It_agrees_with_dotNET_for_any_data() =>
        Gen.Byte.Array[0, 5_000].Sample(data => Expected(data) == Digest(data));

    [Fact]
    public void It_agrees_with_dotNET_for_the_size_of_an_image()
    {
        var data = new byte[(3 * 1024 * 1024) + 1];
        new Random(2).NextBytes(data);
        Assert.Equal(Expected(data), Digest(data));
    }

    [Theory]
    [InlineData(0x00)]
    [InlineData(0xFF)]
    public void The_bytes_behind_the_data_in_its_last_word_do_not_count(byte filler)
    {
        for (var length = 50; length < 70; length++)
        {
            var data = new byte[length];
            Assert.Equal(Expected(data), Digest(data, filler));
        }
    }

    private static string Expected(ReadOnlySpan<byte> data) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(data));

    /// <summary>The digest as text; the name of the hash stands before it, and nothing else is written.</summary>
    private static string Digest(ReadOnlySpan<byte> data, byte filler = 0xA5)
    {
        const uint Guard = 0xDEAD_BEEF;
        var words = new uint[((data.Length + 3) / 4) + 1];
        MemoryMarshal.AsBytes(words.AsSpan()).Fill(filler);
        data.CopyTo(MemoryMarshal.AsBytes(words.AsSpan()));
        var before = (uint[])words.Clone();
        var digestInfo = new uint[Sha256.DigestInfoWords + 1];
        digestInfo[^1] = Guard;
        var scratch = new uint[Sha256.ScratchWords + 1];
        Random.Shared.NextBytes(MemoryMarshal.AsBytes(scratch.AsSpan()));
        scratch[^1] = Guard;
        fixed (uint* source = words, target = digestInfo, memory = scratch)
            Sha256.Of(source, (uint)data.Length, target, memory);
        Assert.Equal(before, words);
        Assert.Equal((Guard, Guard), (digestInfo[^1], scratch[^1]));

        var bytes = MemoryMarshal.AsBytes(digestInfo.AsSpan(0, Sha256.DigestInfoWords));
        bytes.Reverse();
        Assert.Equal(Prefix, bytes[..Prefix.Length]);
        return Convert.ToHexString(bytes[Prefix.Length..]);
    }
}
