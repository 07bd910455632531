using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using CsCheck;
using Nanokernel.Policy;

namespace Nanokernel.Core.Tests.Policy;

/// <summary>The kernel's check of signatures against .NET's RSA, and against forgeries that other checks took for signatures.</summary>
public unsafe class RsaSignatureTests
{
    private const uint Guard = 0xDEAD_BEEF;
    private static readonly byte[] Digest = SHA256.HashData("an image"u8);
    private static readonly SigningKey Key = SigningKey.Create(2048);
    private static readonly SigningKey Other = SigningKey.Create(2048);

    // Moduli at both ends of their range of 2,048 bits: the words above them carry, or leave no room.
    private static readonly SigningKey Largest = SigningKey.Near((BigInteger.One << 2048) - 1);
    private static readonly SigningKey Least = SigningKey.Near((BigInteger.One << 2047) + (BigInteger.One << 1040));

    [Theory]
    [InlineData(2048)]
    [InlineData(2080)]
    [InlineData(3072)]
    [InlineData(4096)]
    public void A_signature_of_dotNET_is_valid_and_one_of_another_digest_is_not(int bits)
    {
        using var rsa = RSA.Create(bits);
        var key = new SigningKey(rsa.ExportParameters(includePrivateParameters: true));
        for (var number = 0; number < 10; number++)
        {
            var digest = SHA256.HashData([(byte)number]);
            var signature = rsa.SignHash(digest, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            Assert.True(IsValid(key, signature, digest));
            Assert.False(IsValid(key, signature, Digest));
        }
    }

    [Fact]
    public void Every_signature_is_valid_also_with_the_largest_and_the_least_modulus() =>
        Gen.Byte.Array[32].Sample(
            digest =>
            {
                foreach (var key in (SigningKey[])[Key, Largest, Least])
                    Assert.True(IsValid(key, key.Sign(Encode(digest)), digest));
            },
            iter: 5);

    [Fact]
    public void A_digest_in_which_a_bit_turned_over_was_not_signed()
    {
        var signature = Key.Sign(Encode(Digest));
        for (var bit = 0; bit < Digest.Length * 8; bit++)
            Assert.False(IsValid(Key, signature, Flip(Digest, bit)));
    }

    [Fact]
    public void A_signature_in_which_a_bit_turned_over_is_none()
    {
        var signature = Key.Sign(Encode(Digest));
        for (var bit = 0; bit < signature.Length * 8; bit++)
            Assert.False(IsValid(Key, Flip(signature, bit), Digest));
    }

    [Fact]
    public void Anything_else_is_no_signature()
    {
        Gen.Byte.Array[256].Sample(signature => !IsValid(Key, signature, Digest), iter: 1_000);
        Assert.All(
            (BigInteger[])[0, 1, 2, Key.Modulus - 1, Key.Modulus, Key.Modulus + 1, (BigInteger.One << 2048) - 1],
            number => Assert.False(IsValid(Key, Key.Bytes(number), Digest)));
    }

    [Fact]
    public void A_signature_and_the_modulus_together_are_none()
    {
        // Of the least modulus there is room for nearly every sum.
        var signature = Least.Sign(Encode(Digest));
        var sum = new BigInteger(signature, isUnsigned: true, isBigEndian: true) + Least.Modulus;
        Assert.True(IsValid(Least, signature, Digest));
        Assert.False(IsValid(Least, Least.Bytes(sum), Digest));
    }

    [Fact]
    public void A_signature_of_another_key_is_none()
    {
        Assert.True(IsValid(Other, Other.Sign(Encode(Digest)), Digest));
        Assert.False(IsValid(Key, Other.Sign(Encode(Digest)), Digest));
        Assert.False(IsValid(Other, Key.Sign(Encode(Digest)), Digest));
    }

    [Fact]
    public void A_signature_of_another_scheme_or_hash_is_none()
    {
        using var rsa = RSA.Create(2048);
        var key = new SigningKey(rsa.ExportParameters(includePrivateParameters: true));
        var data = "an image"u8.ToArray();
        Assert.True(IsValid(key, rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), Digest));
        Assert.False(IsValid(key, rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss), Digest));
        Assert.False(IsValid(key, rsa.SignData(data, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1), Digest));
        Assert.False(IsValid(key, rsa.SignData(data, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1), Digest));
        Assert.False(IsValid(key, rsa.SignData(data, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1), Digest));
    }

    public static TheoryData<string, byte[]> WrongMessages()
    {
        var right = Encode(Digest);
        byte[] info = [.. DigestInfo, .. Digest];
        byte[] withoutParameters = [0x30, 0x2F, 0x30, 0x0B, .. DigestInfo.AsSpan(4, 11), 0x04, 0x20, .. Digest];
        byte[] ofOtherHash = [.. DigestInfo.AsSpan(0, 14), 0x02, .. DigestInfo.AsSpan(15), .. Digest];
        return new()
        {
            // D. Bleichenbacher at the rump session of CRYPTO 2006: who parses, and does not look where the message ends, takes it.
            { "garbage behind eight bytes of padding", [0, 1, .. Ones(8), 0, .. info, .. Enumerable.Repeat((byte)0x5A, 256 - 11 - info.Length)] },
            { "garbage behind the digest", [.. right[..2], .. right[3..], 0x5A] },
            { "garbage within the padding", Changed(right, 100, 0xFE) },
            { "a zero within the padding", Changed(right, 100, 0) },
            { "a shorter digest", [.. right[..2], 0xFF, .. right[2..^1]] },
            { "no parameters (NULL) of the hash", Padded(withoutParameters) },
            { "the name of another hash", Padded(ofOtherHash) },
            { "no name of the hash", Padded(Digest) },
            { "the type of encryption", Changed(right, 1, 2) },
            { "the type of private messages", [.. Enumerable.Repeat((byte)0, 256 - 1 - info.Length), 0, .. info] },
            { "a first byte of 1", Changed(right, 0, 1) },
            { "no zero behind the padding", Changed(right, 256 - info.Length - 1, 0xFF) },
        };
    }

    [Theory]
    [MemberData(nameof(WrongMessages))]
    public void A_message_that_is_encoded_otherwise_is_no_signature_even_if_its_key_signed_it(string why, byte[] message)
    {
        Assert.Equal(256, message.Length);
        Assert.False(IsValid(Key, Key.Sign(message), Digest), why);
    }

    private static byte[] DigestInfo { get; } =
        [0x30, 0x31, 0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20];

    private static byte[] Encode(byte[] digest) => Padded([.. DigestInfo, .. digest]);

    private static byte[] Padded(byte[] info) => [0, 1, .. Ones(256 - 3 - info.Length), 0, .. info];

    private static IEnumerable<byte> Ones(int count) => Enumerable.Repeat((byte)0xFF, count);

    private static byte[] Changed(byte[] message, int index, byte value)
    {
        var copy = (byte[])message.Clone();
        copy[index] = value;
        return copy;
    }

    private static byte[] Flip(byte[] bytes, int bit) => Changed(bytes, bit / 8, (byte)(bytes[bit / 8] ^ (1 << (bit % 8))));

    /// <summary>Asks the kernel; nothing but the memory for the check is written.</summary>
    private static bool IsValid(SigningKey key, byte[] signature, byte[] digest)
    {
        var modulus = Words(key.Bytes(key.Modulus));
        var octets = MemoryMarshal.Cast<byte, uint>(signature).ToArray();
        var digestInfo = Words([0, .. DigestInfo, .. digest]);
        uint[] before = [.. modulus, .. octets, .. digestInfo];
        var scratch = new uint[RsaSignature.ScratchWords + 1];
        Random.Shared.NextBytes(MemoryMarshal.AsBytes(scratch.AsSpan()));
        scratch[^1] = Guard;
        bool isValid;
        fixed (uint* n = modulus, s = octets, hash = digestInfo, memory = scratch)
            isValid = RsaSignature.IsValid(n, (uint)modulus.Length, s, hash, memory);
        Assert.Equal(before, modulus.Concat(octets).Concat(digestInfo));
        Assert.Equal(Guard, scratch[^1]);
        return isValid;
    }

    // The words of a number, the lowest first, from its bytes, the highest first.
    private static uint[] Words(byte[] bytes)
    {
        var reversed = (byte[])bytes.Clone();
        Array.Reverse(reversed);
        return MemoryMarshal.Cast<byte, uint>(reversed).ToArray();
    }

    /// <summary>A key that signs any message, however it is encoded.</summary>
    private sealed class SigningKey(BigInteger modulus, BigInteger exponent)
    {
        private static readonly int[] SmallPrimes =
            [.. Enumerable.Range(3, 2_000).Where(number => Enumerable.Range(2, 45).All(divisor => divisor >= number || number % divisor != 0))];

        public SigningKey(RSAParameters key) : this(Number(key.Modulus!), Number(key.D!))
        {
        }

        public BigInteger Modulus => modulus;

        public static SigningKey Create(int bits)
        {
            using var rsa = RSA.Create(bits);
            return new(rsa.ExportParameters(includePrivateParameters: true));
        }

        /// <summary>A key of 2,048 bits of which the modulus is close below a number.</summary>
        public static SigningKey Near(BigInteger number)
        {
            using var rsa = RSA.Create(2048);
            var first = Number(rsa.ExportParameters(includePrivateParameters: true).P!);
            var second = number / first;
            second -= second.IsEven ? 1 : 0;
            while (!IsPrime(second) || (second - 1) % 65537 == 0)
                second -= 2;
            var period = (first - 1) * (second - 1);
            return new(first * second, Inverse(65537, period));
        }

        public byte[] Sign(byte[] message) => Bytes(BigInteger.ModPow(Number(message), exponent, modulus));

        public byte[] Bytes(BigInteger number)
        {
            var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
            return [.. new byte[(int)(modulus.GetBitLength() / 8) - bytes.Length], .. bytes];
        }

        private static BigInteger Number(byte[] bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

        // Fermat's test is enough for a number that nobody chose.
        private static bool IsPrime(BigInteger number) =>
            SmallPrimes.All(prime => number % prime != 0) && BigInteger.ModPow(2, number - 1, number).IsOne;

        private static BigInteger Inverse(BigInteger number, BigInteger modulus)
        {
            var (previous, value) = (BigInteger.Zero, BigInteger.One);
            var (divided, divisor) = (modulus, number);
            while (!divisor.IsOne)
            {
                var quotient = BigInteger.DivRem(divided, divisor, out var rest);
                (previous, value) = (value, previous - (quotient * value));
                (divided, divisor) = (divisor, rest);
            }

            return value.Sign < 0 ? value + modulus : value;
        }
    }
}
