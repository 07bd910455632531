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
    }
}
