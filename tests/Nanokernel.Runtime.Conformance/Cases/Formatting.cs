namespace Nanokernel.Runtime.Conformance.Cases;

/// <summary>Texts of numbers in every format.</summary>
public static class Formatting
{
    /// <summary>Computes the cases.</summary>
    public static void Run()
    {
        ReadOnlySpan<long> values = [0, 1, -1, 9, 10, -10, 99, 127, -128, 255, 1000, 12345, -32768, 65535, 1234567, int.MinValue, int.MaxValue, 4294967296, long.MinValue, long.MaxValue];
        ReadOnlySpan<string> formats = ["", "D", "D5", "d12", "X", "x", "X2", "x8", "N", "N0", "N3", "F", "F1", "B", "b12", "G"];
        foreach (var value in values)
        {
            foreach (var format in formats)
            {
                Console.WriteLine($"{format}: {value.ToString(format)} {((int)value).ToString(format)} {((byte)value).ToString(format)}");
                Console.WriteLine($"{format}: {((ulong)value).ToString(format)} {((uint)value).ToString(format)} {((short)value).ToString(format)} {((sbyte)value).ToString(format)}");
            }
        }

        Report.Value("format.native", ((nint)(-5)).ToString() + ((nuint)5).ToString("X4") + ((ushort)65535).ToString());
        Spans();
        FloatingPointNumbers();
    }

    private static void Spans()
    {
        Span<char> characters = stackalloc char[8];
        Report.Value("format.fits", (-1234567).TryFormat(characters, out var written));
        Report.Text("format.text", characters[..written]);
        Report.Value("format.too-long", 123456789.TryFormat(characters, out written));
        Report.Value("format.nothing", written);
        Span<byte> utf8 = stackalloc byte[20];
        Report.Value("format.utf8", long.MinValue.TryFormat(utf8, out written));
        Report.Value("format.utf8-byte", utf8[written - 1] + written);
        Report.Value("format.hex", 0xBEEFu.TryFormat(characters, out written, "x6"));
        Report.Text("format.hex-text", characters[..written]);
        Report.Value("format.bool", true.TryFormat(characters, out written));
        Report.Value("format.double", 0.1.TryFormat(utf8, out written));
        Report.Value("format.double-length", written);
    }

    private static void FloatingPointNumbers()
    {
        ReadOnlySpan<double> values =
        [
            0, -0.0, 1, -1, 0.1, 0.2, 0.30000000000000004, 1.5, 2.5, 3.5, 0.125, 0.375, 1.005, 123.456, 1e15, 1e16, 123456789012345680, 1e21, 1e22, 1e23, 1e-4, 1e-5, 1.5e-7,
            5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 9007199254740993, 4.35, 0.5, 9.995, 99.95, 999999.5, 0.000123456, 3.141592653589793, 1.0 / 3, 2.0 / 3,
            double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e100, 8.5e-320, 65536, 1048576.25, 99999999999999984, 1e17, 12345678, 1e8, 1.5e9, 1e9, 1e10, 0.00012, 0.25, 0.75, 1e14, 4503599627370496.5, 0.05, 0.15, 99.5,
        ];
        ReadOnlySpan<string> formats = ["", "G", "R", "F", "F0", "F1", "F3", "N2", "E", "E2", "e10", "G3", "G17", "F20"];
        foreach (var value in values)
        {
            foreach (var format in formats)
                Console.WriteLine($"{format}: {value.ToString(format)}");
        }

        foreach (var value in values)
            Console.WriteLine($"float: {(float)value} {(float)value:F3} {((float)value):E3}");
    }
}
