using System.Globalization;

namespace Nanokernel.Runtime.Conformance.Cases;

/// <summary>Numbers of texts.</summary>
public static class Parsing
{
    /// <summary>Computes the cases.</summary>
    public static void Run()
    {
        string[] texts =
        [
            "0", "1", "-1", "+5", " 42 ", "\t7\n", "127", "128", "-128", "-129", "255", "256", "32767", "32768", "65535", "65536", "2147483647", "2147483648",
            "-2147483648", "-2147483649", "4294967295", "4294967296", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
            "-9223372036854775809", "18446744073709551615", "18446744073709551616", "99999999999999999999999", "", " ", "-", "+", "1 2", "0x10", "1,000", "1.0", "abc",
            "--1", "00000000000000000000012", "-0", "1\0\0", "1\0x",
        ];
        foreach (var text in texts)
        {
            Report.Value("parse.sbyte", sbyte.TryParse(text, out var int8) ? int8 : -999);
            Report.Value("parse.byte", byte.TryParse(text, out var uint8) ? uint8 : -999);
            Report.Value("parse.short", short.TryParse(text, out var int16) ? int16 : -999_999);
            Report.Value("parse.ushort", ushort.TryParse(text, out var uint16) ? uint16 : -999_999);
            Report.Value("parse.int", int.TryParse(text, out var int32) ? int32 : -99_999_999_999);
            Report.Value("parse.uint", uint.TryParse(text, out var uint32) ? uint32 : -99_999_999_999);
            Report.Value("parse.long", long.TryParse(text, out var int64));
            Report.Value("parse.long-value", int64);
            Report.Value("parse.ulong", ulong.TryParse(text, out var uint64));
            Report.Value("parse.ulong-value", uint64);
        }

        foreach (var text in (string[])["FF", "ff", " 7f ", "FFFFFFFF", "100000000", "G", "", "-1", "0x1", "FFFFFFFFFFFFFFFF"])
        {
            Report.Value("parse.hex", int.TryParse(text, NumberStyles.HexNumber, null, out var hex) ? hex : -5);
            Report.Value("parse.hex-byte", byte.TryParse(text, NumberStyles.HexNumber, null, out var small) ? small : -5);
            Report.Value("parse.hex-long", ulong.TryParse(text, NumberStyles.AllowHexSpecifier, null, out var wide) ? wide : 5);
        }

        Report.Value("parse.binary", int.Parse("1011", NumberStyles.BinaryNumber));
        Report.Value("parse.thousands", int.Parse("1,234,567", NumberStyles.Integer | NumberStyles.AllowThousands));
        foreach (var text in (string[])
            ["1.0", "12.", ".0", ".5", "1.5", "1.50e1", "1.50e2", "0.05e2", "1e3", "1E+2", "1e-1", "10e-1", "-2e2", "1e", "1e19", "0e99", "00.00", "1,000.00", "1.0,0", "1.2.3", " 7.0 ", "18446744073709551615.0", "1844674407370955161.5e1", "99999999999999999999", "."])
        {
            Report.Value("parse.float-style", int.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, null, out var whole) ? whole : -5);
            Report.Value("parse.float-style-long", ulong.TryParse(text, NumberStyles.Float, null, out var wide) ? wide : 5);
            Report.Value("parse.point-style", sbyte.TryParse(text, NumberStyles.AllowDecimalPoint, null, out var small) ? small : -5);
        }

        Report.Value("parse.throwing", int.Parse("-17") + long.Parse("5".AsSpan()) + uint.Parse("7"u8));
        Report.Value("parse.utf8", int.TryParse("123"u8, out var utf8) ? utf8 : -1);
        Report.Value("parse.bool", bool.TryParse(" true ", out var flag) && flag && !bool.TryParse("yes", out _) && !bool.Parse("FALSE"));
        Report.Value("parse.native", (long)nint.Parse("-12") + (long)nuint.Parse("12"));
        foreach (var text in (string[])
            ["0", "1.5", "-2.25", "1e10", "1E-5", ".5", "5.", " 3.14 ", "1e400", "-1e-400", "abc", "", "1e", "0.1", "123456789012345678", "4.9e-324", "1.7976931348623157e308",
             "2.2250738585072011e-308", "9007199254740993", "0.000001234", "+7.5", "--1", "1.2.3"])
        {
            Report.Value("parse.double", double.TryParse(text, out var number));
            Report.Value("parse.double-value", number);
            Report.Value("parse.float", float.TryParse(text, out var single) ? single : -1);
        }

        Report.Value("parse.double-utf8", double.TryParse("2.5"u8, out var bytes) ? bytes : 0);
        Report.Value("parse.double-throwing", double.Parse("6.02214076e23"));
        LongNumbers();
    }

    // More digits than fit in 64 bits.
    private static void LongNumbers()
    {
        var greatest = "179769313486231580793728971405303415079934132710037826936173778980444968292764750946649017977587207096330286416692887910946555547851940402630657488671505820681908902000708383676273854845817711531764475730270069855571366959622842914819860834936475292719074168444365510704342711559699508093042880177904174497792";
        foreach (var text in (string[])
            ["3.14159265358979323846264338327950288419716939937510", "9007199254740993.00000000000000000000001", "9007199254740993.00000000000000000000000", "9007199254740992.99999999999999999999999",
            "1.000000059604644775390625", "1.00000005960464477539062500000000000001", "1.0000001788139343261718750000000000", "0.0000000000000000000000000000000000000000000001000000000000000000000000000001",
            "123456789012345678901234567890", "1,234,567,890,123,456,789,012.5", greatest, greatest + ".000000000000000000000000000000000000001", greatest[..^1] + "1", "2.4703282292062327208e-324",
            "2.4703282292062327209e-324", "7.006492321624085354618e-46", "7.006492321624085354619e-46", "340282356779733661637539395458142568447", "340282356779733661637539395458142568448"])
        {
            Report.Value("parse.long", double.TryParse(text, out var number) ? number : -1);
            Report.Value("parse.long-float", float.TryParse(text, out var single) ? single : -1);
        }

        var seed = 12345u;
        Span<char> digits = stackalloc char[64];
        for (var round = 0; round < 200; round++)
        {
            var length = 22 + (int)(Next(ref seed) % 36);
            for (var i = 0; i < length; i++)
                digits[i] = (char)('0' + (Next(ref seed) % 10));
            digits[1 + (int)(Next(ref seed) % 20)] = '.';
            ReadOnlySpan<char> exponents = ((int)(Next(ref seed) % 80) - 40).ToString();
            digits[length] = 'e';
            exponents.CopyTo(digits[(length + 1)..]);
            ReadOnlySpan<char> text = digits[..(length + 1 + exponents.Length)];
            Report.Value("parse.random", double.Parse(text));
            Report.Value("parse.random-float", float.Parse(text));

            // The number in the middle between two floats, and those beside it.
            var bits = ((Next(ref seed) << 8) ^ Next(ref seed)) & 0x7F7F_FFFF;
            var middle = ((double)BitConverter.UInt32BitsToSingle(bits) + BitConverter.UInt32BitsToSingle(bits + 1)) / 2;
            var exact = middle.ToString("E99");
            Report.Value("parse.middle", float.Parse(exact));
            Report.Value("parse.middle-above", float.Parse(exact[..exact.IndexOf('E')] + "1" + exact[exact.IndexOf('E')..]));
        }
    }

    private static uint Next(ref uint seed)
    {
        seed = (seed * 1_664_525) + 1_013_904_223;
        return seed >> 8;
    }
}
