// Did the owner of a key sign this digest?
using System.Buffers.Binary;

namespace Nanokernel.Policy;

/// <summary>
/// RSASSA-PKCS1-v1_5 of RFC 8017, section 8.2.2, with SHA-256 and the public exponent 65,537, in few bytes of code. A signature raised to that
/// power, modulo the modulus, has to be the one message that section 9.2 encodes the digest as, and is compared with all of it: there is no
/// padding to be read, and so none to be read wrongly. Everything here is public, so time tells nothing.
/// </summary>
/// <remarks>
/// Products are those of P. L. Montgomery, "Modular multiplication without trial division", Mathematics of Computation 44(170), 1985, word by
/// word (A. J. Menezes, P. C. van Oorschot, S. A. Vanstone, "Handbook of Applied Cryptography", 1996, algorithm 14.36). All numbers here have
/// a word more than the modulus. R, which a product is divided by, is therefore more than 2^32 times the modulus, and of two factors below
/// twice the modulus the product is below it, or above by less than its 2^30th part: nothing has to be subtracted between products. Nor after
/// the last one: a message of section 9.2 begins with the bytes 0 and 1, and the modulus more would be out of that bound. (For the same reason
/// the highest of the words need not be compared.)
/// </remarks>
internal static unsafe class RsaSignature
{
    /// <summary>The fewest words of a modulus.</summary>
    public const int MinimumWords = 2048 / 32;

    /// <summary>The most words of a modulus.</summary>
    public const int MaximumWords = 4096 / 32;

    /// <summary>The words of memory that a check works in.</summary>
    public const int ScratchWords = (Columns + 3) * NumberWords;

    private const int NumberWords = MaximumWords + 1;

    // 65,537 is this many squares, and one product more.
    private const int Squares = 16;

    // The words of one place in these four numbers are neighbours, so that one pointer leads to all.
    private const int Modulus = 0;
    private const int Complement = 1;
    private const int Power = 2;
    private const int Signature = 3;
    private const int Columns = 4;

    // A message has the bytes 0 and 1, and then ones, to where the digest with its name begins.
    private const uint Ones = 0xFFFF_FFFF;
    private const uint FirstWord = 0x0001_FFFF;

    /// <summary>Checks a signature.</summary>
    /// <param name="modulus">The key: an odd number of which the highest bit is one, the lowest word first.</param>
    /// <param name="words">Its words: <see cref="MinimumWords"/> to <see cref="MaximumWords"/>.</param>
    /// <param name="signature">As many words: the bytes of the signature as the standard has them, the highest first.</param>
    /// <param name="digestInfo">What <see cref="Sha256.Of"/> gives.</param>
    /// <param name="scratch"><see cref="ScratchWords"/> words of memory.</param>
    /// <returns>Whether the signature is one, of this digest, by the owner of this key.</returns>
    public static bool IsValid(uint* modulus, uint words, uint* signature, uint* digestInfo, uint* scratch)
    {
        // Step 2b of section 8.2.2, with step 1 of 5.2.2: a signature that is not below the modulus differs. The highest words come last.
        var column = scratch;
        var number = scratch + ((Columns + 2) * NumberWords);
        var octets = signature + words;
        var difference = 1u;
        do
        {
            var ofModulus = *modulus++;
            column[Modulus] = ofModulus;
            column[Complement] = ~ofModulus;
            var ofSignature = BinaryPrimitives.ReverseEndianness(*--octets);
            *number++ = column[Signature] = ofSignature;
            if (ofSignature != ofModulus)
                difference = ofSignature > ofModulus ? 1u : 0;
            column += Columns;
        }
        while (octets != signature);

        column[Modulus] = column[Signature] = 0;

        // What is missing in the modulus to the next power of 2: no word is carried to, for the lowest one is not zero.
        scratch[Complement]++;

        // Times R: a word is put below, and what the number has above is folded into it. The complement is less than half of what is folded, so
        // that few folds are enough.
        number -= words;
        var left = words + 1;
        do
        {
            number--;
            *number = 0;
            uint above;
            do
            {
                above = AddProduct(number, scratch + Complement, number[words], words);
                number[words] = above;
            }
            while (above != 0);
        }
        while (--left != 0);

        Raise(number, scratch, words + 1);

        number[words - 1] ^= FirstWord ^ Ones;
        do
        {
            words--;
            var expected = Ones;
            if (words < Sha256.DigestInfoWords)
                expected = digestInfo[words];
            difference |= number[words] ^ expected;
        }
        while (words != 0);

        return difference == 0;
    }

    // Raises a number, which is times R, and puts the power, which is not, in its place. As many words before it are written to, too.
    private static void Raise(uint* number, uint* columns, uint words)
    {
        // What the modulus is to be multiplied by to give -1 in its lowest word. The right one, of which an odd number has one bit, with each
        // step has twice as many bits (Newton's method).
        var inverse = columns[Modulus];
        for (var step = 0; step < 5; step++)
            inverse *= 2 + (columns[Modulus] * inverse);

        var end = number;
        for (var round = 0u; round <= Squares; round++)
        {
            number -= words;
            var column = columns;
            do
            {
                column[Power] = number[words];
                *number++ = 0;
                column += Columns;
            }
            while (number != end);

            // By itself, and at last by the signature.
            number -= words;
            column = columns + (Power + (round / Squares));
            do
            {
                var above = AddProduct(number, columns + Power, *column, words);
                number[words] = above + AddProduct(number, columns + Modulus, *number * inverse, words);
                column += Columns;
                number++;
            }
            while (number != end);
        }
    }

    // Adds a column's number, times a factor, to a number, and gives what does not fit.
    private static uint AddProduct(uint* sum, uint* column, uint factor, uint words)
    {
        var carry = 0u;
        do
        {
            var product = ((ulong)*column * factor) + *sum + carry;
            carry = (uint)(product >> 32);
            *sum = (uint)product;
            sum++;
            column += Columns;
        }
        while (--words != 0);

        return carry;
    }
}
