// SHA-256: what a signature is of.
using System;
using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Nanokernel.Policy;

/// <summary>
/// The hash of FIPS 180-4, section 6.2, in few bytes of code. The standard moves its eight working variables on in each of the 64 rounds, but
/// d is what a was three rounds before, and h what e was: so each round writes a new a and e behind those of the rounds before, and nothing moves.
/// </summary>
internal static unsafe class Sha256
{
    /// <summary>The words of a digest with its name: see <see cref="Of"/>.</summary>
    public const int DigestInfoWords = 13;

    /// <summary>The words of memory that the hash works in: a row for each round, behind the rows of what the block begins with.</summary>
    public const int ScratchWords = (StateRows + Rounds) * RowWords;

    /// <summary>There are fewer bytes than this: how many bits they are is one word.</summary>
    public const uint BytesEnd = 1u << 29;

    private const int Rounds = 64;
    private const int BlockWords = 16;
    private const int StateRows = 4;

    // A row: the word of the message schedule, a and e.
    private const int RowWords = 3;
    private const int A = 1;
    private const int E = 2;

    // Section 5.3.3, from H7 to H0 (of the square roots of the first eight primes), and what stands before them in a signature.
    private static ReadOnlySpan<uint> Start =>
    [
        0x5BE0_CD19, 0x1F83_D9AB, 0x9B05_688C, 0x510E_527F, 0xA54F_F53A, 0x3C6E_F372, 0xBB67_AE85, 0x6A09_E667,
        0x0500_0420, 0x0304_0201, 0x8648_0165, 0x0D06_0960, 0x0030_3130,
    ];

    // Section 4.2.2: of the cube roots of the first 64 primes.
    private static ReadOnlySpan<uint> RoundConstants =>
    [
        0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5, 0x3956_C25B, 0x59F1_11F1, 0x923F_82A4, 0xAB1C_5ED5,
        0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3, 0x72BE_5D74, 0x80DE_B1FE, 0x9BDC_06A7, 0xC19B_F174,
        0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC, 0x2DE9_2C6F, 0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA,
        0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7, 0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967,
        0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC, 0x5338_0D13, 0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85,
        0xA2BF_E8A1, 0xA81A_664B, 0xC24B_8B70, 0xC76C_51A3, 0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070,
        0x19A4_C116, 0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5, 0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3,
        0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208, 0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7, 0xC671_78F2,
    ];

    /// <summary>Hashes bytes.</summary>
    /// <param name="data">The bytes. The memory is read to the next multiple of 4.</param>
    /// <param name="bytes">How many: fewer than <see cref="BytesEnd"/>.</param>
    /// <param name="digestInfo">
    /// Takes <see cref="DigestInfoWords"/> words: what <see cref="RsaSignature"/> compares with a signature, as a number with its lowest word
    /// first. That is the digest, from H7 to H0 of the standard, and before it the name of the hash and a byte of zeros: the end of an encoded
    /// message of RFC 8017, section 9.2, with note 1.
    /// </param>
    /// <param name="scratch"><see cref="ScratchWords"/> words of memory.</param>
    public static void Of(uint* data, uint bytes, uint* digestInfo, uint* scratch)
    {
        for (var word = 0; word < DigestInfoWords; word++)
            digestInfo[word] = Words(Start)[word];

        // Section 5.1.1: behind the data there are a one, zeros to the end of a block, and in its last 64 bits how many bits were data.
        var left = (int)bytes;
        do
        {
            var row = scratch + (StateRows * RowWords);
            for (var word = 0; word < BlockWords; word++)
            {
                var value = 0u;
                if (left > 0)
                    value = BinaryPrimitives.ReverseEndianness(*data++);
                if (left is >= 0 and < sizeof(uint))
                {
                    var one = 0x8000_0000 >> (left * 8);
                    value = (value & (0 - (one << 1))) | one;
                }

                left -= sizeof(uint);
                *row = value;
                row += RowWords;
            }

            if (left < -2 * sizeof(uint))
                row[-RowWords] = bytes << 3;
            AddBlock(digestInfo, scratch);
        }
        while (left >= -2 * sizeof(uint));
    }

    // Section 6.2.2 for a block that stands in the rows of the first rounds.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddBlock(uint* digest, uint* scratch)
    {
        var row = scratch;
        do
        {
            row[A] = digest[StateRows];
            row[E] = *digest++;
            row += RowWords;
        }
        while (row != scratch + (StateRows * RowWords));

        RunRounds(row);
        do
        {
            row -= RowWords;
            digest--;
            digest[StateRows] += row[A + (Rounds * RowWords)];
            *digest += row[E + (Rounds * RowWords)];
        }
        while (row != scratch);
    }

    // The rotations of one word are nested, each by what it has more than the next one: an instruction less.
    private static void RunRounds(uint* row)
    {
        for (var round = 0; round < Rounds; round++)
        {
            if (round >= BlockWords)
            {
                var early = row[-15 * RowWords];
                var late = row[-2 * RowWords];
                *row = (BitOperations.RotateRight(BitOperations.RotateRight(early, 18 - 7) ^ early, 7) ^ (early >> 3))
                    + (BitOperations.RotateRight(BitOperations.RotateRight(late, 19 - 17) ^ late, 17) ^ (late >> 10))
                    + row[-16 * RowWords] + row[-7 * RowWords];
            }

            var e = row[E - RowWords];
            var g = row[E - (3 * RowWords)];
            var sum = *row + Words(RoundConstants)[round] + row[E - (4 * RowWords)] + (g ^ (e & (row[E - (2 * RowWords)] ^ g)))
                + BitOperations.RotateRight(BitOperations.RotateRight(BitOperations.RotateRight(e, 25 - 11) ^ e, 11 - 6) ^ e, 6);
            row[E] = sum + row[A - (4 * RowWords)];
            var a = row[A - RowWords];
            var b = row[A - (2 * RowWords)];
            row[A] = sum + ((a & b) | (row[A - (3 * RowWords)] & (a | b)))
                + BitOperations.RotateRight(BitOperations.RotateRight(BitOperations.RotateRight(a, 22 - 13) ^ a, 13 - 2) ^ a, 2);
            row += RowWords;
        }
    }

    private static uint* Words(ReadOnlySpan<uint> table) => (uint*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(table));
}
