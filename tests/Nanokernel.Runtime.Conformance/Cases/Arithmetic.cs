namespace Nanokernel.Runtime.Conformance.Cases;

/// <summary>Integer arithmetic: 64 bits by helpers, checked arithmetic, conversions.</summary>
public static class Arithmetic
{
    private static readonly long[] Longs =
    [
        0, 1, -1, 2, 3, 7, -10, 100, 255, 65535, 65536, int.MaxValue, int.MinValue, uint.MaxValue, 0x1_0000_0000, 0x1_0000_0001, -0x1_2345_6789,
        0x7FFF_FFFF_FFFF, 1_000_000_007, 0x0123_4567_89AB_CDEF, -0x0123_4567_89AB_CDEF, long.MaxValue, long.MaxValue - 1, long.MinValue + 1, long.MinValue,
    ];

    /// <summary>Computes the cases.</summary>
    public static void Run()
    {
        Products();
        Quotients();
        Shifts();
        Words();
        Checked();
        Conversions();
    }

    private static void Products()
    {
        ulong sum = 0;
        foreach (var a in Longs)
        {
            foreach (var b in Longs)
                sum = (sum * 31) + (ulong)(a * b) + (ulong)(a + b) - (ulong)(a - b);
        }

        Report.Value("arithmetic.products", sum);
        Report.Value("arithmetic.big-mul", Math.BigMul(0xFEDC_BA98_7654_3210, 0x0123_4567_89AB_CDEF, out var low));
        Report.Value("arithmetic.big-mul-low", low);
        Report.Value("arithmetic.big-mul-32", Math.BigMul(Report.Opaque(-123456789), 987654321));
    }

    private static void Quotients()
    {
        ulong sum = 0;
        foreach (var a in Longs)
        {
            foreach (var b in Longs)
            {
                if (b == 0)
                    continue;
                sum = (sum * 31) + ((ulong)a / (ulong)b);
                sum = (sum * 31) + ((ulong)a % (ulong)b);
                if (a == long.MinValue && b == -1)
                    continue;
                sum = (sum * 31) + (ulong)(a / b);
                sum = (sum * 31) + (ulong)(a % b);
            }
        }

        Report.Value("arithmetic.quotients", sum);
        Report.Value("arithmetic.div-rem", Math.DivRem(Report.Opaque(-17L), 5, out var remainder));
        Report.Value("arithmetic.remainder", remainder);
        Report.Value("arithmetic.int-min", Report.Opaque(int.MinValue) / Report.Opaque(3));
        Report.Value("arithmetic.uint", Report.Opaque(uint.MaxValue) / Report.Opaque(10u) % 7);
    }

    private static void Shifts()
    {
        ulong sum = 0;
        foreach (var value in Longs)
        {
            for (var count = 0; count < 70; count += 3)
            {
                var hidden = Report.Opaque(count);
                sum = (sum * 31) + (ulong)(value << hidden) + (ulong)(value >> hidden) + ((ulong)value >> hidden) + (ulong)(value >>> hidden);
            }
        }

        Report.Value("arithmetic.shifts", sum);
        Report.Value("arithmetic.shift-32", Report.Opaque(-5) >> Report.Opaque(33));
    }

    private static void Words()
    {
        byte small = 250;
        small += Report.Opaque((byte)10);
        Report.Value("arithmetic.byte-wrap", small);
        Report.Value("arithmetic.sbyte", (sbyte)Report.Opaque(200));
        Report.Value("arithmetic.short", (short)Report.Opaque(40000));
        Report.Value("arithmetic.nint", Report.Opaque((nint)(-5)) * 3);
        Report.Value("arithmetic.nuint", Report.Opaque((nuint)5) << 3);
        Report.Value("arithmetic.char", (char)(Report.Opaque('a') + 1));
        Report.Value("arithmetic.xor", Report.Opaque(0x0F0F_F0F0_1234_5678L) ^ ~Report.Opaque(0x1111L));
    }

    private static void Checked()
    {
        checked
        {
            Report.Value("checked.add", Report.Opaque(int.MaxValue - 1) + 1);
            Report.Value("checked.long", Report.Opaque(long.MaxValue - 5) + 5);
            Report.Value("checked.multiply", Report.Opaque(3_000_000_000L) * Report.Opaque(-3_000_000_000L));
            Report.Value("checked.multiply-unsigned", Report.Opaque(4_000_000_000UL) * Report.Opaque(4_000_000_000UL));
            Report.Value("checked.multiply-least", Report.Opaque(long.MinValue / 2) * Report.Opaque(2L));
            Report.Value("checked.cast", (byte)Report.Opaque(255));
            Report.Value("checked.unsigned", (uint)Report.Opaque(4_294_967_295L));
            Report.Value("checked.from-double", (int)Report.Opaque(-2147483648.5));
            Report.Value("checked.from-double-long", (long)Report.Opaque(-9223372036854775808.0));
            Report.Value("checked.from-double-ulong", (ulong)Report.Opaque(18446744073709549568.0));
            Report.Value("checked.from-double-uint", (uint)Report.Opaque(4294967295.9));
        }
    }

    private static void Conversions()
    {
        ReadOnlySpan<double> values =
        [
            0, -0.0, 0.9, -0.9, 1.5, -1.5, 2147483647.7, -2147483648.9, 4294967295.5, 1e10, -1e10, 9007199254740993, 9.2233720368547748e18, 9.2233720368547758e18,
            -9.2233720368547758e18, 1.8446744073709550e19, 1.8446744073709552e19, 1e300, -1e300, double.NaN, double.PositiveInfinity, double.NegativeInfinity,
        ];
        foreach (var value in values)
        {
            Report.Value("convert.long", (long)value);
            Report.Value("convert.ulong", (ulong)value);
            Report.Value("convert.int", (int)value);
            Report.Value("convert.uint", (uint)value);
        }

        foreach (var value in Longs)
        {
            Report.Value("convert.from-long", (double)value);
            Report.Value("convert.from-ulong", (double)(ulong)value);
            Report.Value("convert.float-from-long", (float)value);
            Report.Value("convert.float-from-ulong", (float)(ulong)value);
            Report.Value("convert.from-int", (double)(int)value);
            Report.Value("convert.from-uint", (double)(uint)value);
        }
    }
}
