using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Nanokernel.Runtime.Conformance.Cases;

namespace Nanokernel.Runtime.Conformance;

/// <summary>
/// Cases for types that have the same members: written once, as the text of a class for each type. They are compiled for the partition
/// with the other cases, and in process for the host.
/// </summary>
internal static class MemberSources
{
    private static readonly string[] Signed = ["sbyte", "short", "int", "long", "nint"];
    private static readonly string[] Unsigned = ["byte", "ushort", "uint", "ulong", "nuint"];
    private static readonly string[] Numbers = [.. Signed, .. Unsigned, "float", "double"];
    private static readonly string[] Rotating = ["int", "uint", "long", "ulong", "nint", "nuint"];
    private static readonly string[] Counting = ["int", "uint", "long", "ulong"];
    private static readonly string[] Ordered = ["Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64"];

    private static readonly string[] Exceptions =
    [
        "ArgumentException", "ArithmeticException", "ArrayTypeMismatchException", "DivideByZeroException", "Exception", "FormatException",
        "IndexOutOfRangeException", "InvalidCastException", "InvalidOperationException", "InvalidProgramException", "MissingFieldException",
        "MissingMethodException", "NotImplementedException", "NotSupportedException", "NullReferenceException", "OutOfMemoryException",
        "OverflowException", "PlatformNotSupportedException", "SystemException", "TimeoutException", "TypeLoadException",
    ];

    /// <summary>The source texts; each has a class with a method Run.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Signed.Select(type => Integer(type, SignedMembers)), .. Unsigned.Select(type => Integer(type, UnsignedMembers)),
        .. Numbers.Select(type => Class("Places", type, PlaceMembers)),
        .. Rotating.Select(type => Class("Rotations", type, RotationMembers + ExchangeMembers)),
        .. Counting.Select(type => Class("Counters", type, CounterMembers)),
        .. Ordered.Select(type => Class("ByteOrder", type, ByteOrderMembers + TryByteOrderMembers)),
        .. new[] { "Single", "Double" }.Select(type => Class("ByteOrder", type, ByteOrderMembers)),
        .. Exceptions.Select(type => Class("Texts", type, ExceptionMembers + (type == "Exception" ? "" : DefaultMessage))),
    ];

    /// <summary>The statements that run all of them.</summary>
    public static string Calls { get; } = string.Concat(All.Select(source => $"Nanokernel.Runtime.Conformance.Cases.{NameOf(source)}.Run(); "));

    /// <summary>Runs all of them on the host.</summary>
    public static void RunHere()
    {
        var usings = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", "Usings.cs"));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Append(typeof(Report).Assembly.Location)
            .Distinct()
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Members", [.. All.Append(usings).Select(source => CSharpSyntaxTree.ParseText(source))], references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        if (!result.Success)
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics));

        var assembly = Assembly.Load(image.ToArray());
        foreach (var source in All)
            assembly.GetType($"Nanokernel.Runtime.Conformance.Cases.{NameOf(source)}")!.GetMethod("Run")!.CreateDelegate<Action>()();
    }

    private static string Integer(string type, string more) => Class("Integer", type, IntegerMembers + more);

    private static string NameOf(string source) => source.Split("class ", 2)[1].Split('\n', 2)[0].Trim();

    private static string Class(string kind, string type, string members) => $$"""
        using System.Buffers.Binary;
        using System.Globalization;
        using System.Text;

        namespace Nanokernel.Runtime.Conformance.Cases;

        public static class {{kind}}Of{{type}}
        {
            public static void Run()
            {
        {{members.Replace("TYPE", type, StringComparison.Ordinal)}}
            }
        }
        """;

    // The pointer-sized types have other limits on the host, so no case comes near those of 32 bits.
    private const string IntegerMembers = """
                TYPE five = Report.Opaque((TYPE)5), hundred = Report.Opaque((TYPE)100);
                Report.Value("TYPE.compare", five.CompareTo(hundred) < 0 && hundred.CompareTo((object)five) > 0 && five.CompareTo(five) == 0 && five.CompareTo(null) > 0);
                Report.Value("TYPE.equals", five.Equals((TYPE)5) && five.Equals((object)(TYPE)5) && !five.Equals(hundred) && !five.Equals((object)"5"));
                Report.Value("TYPE.hash", five.GetHashCode() == ((TYPE)5).GetHashCode());
                Report.Value("TYPE.text", hundred.ToString() + hundred.ToString("X4") + hundred.ToString("D5", null));
                Span<char> characters = stackalloc char[20];
                Report.Value("TYPE.format", hundred.TryFormat(characters, out var written) && characters[..written].SequenceEqual("100") && !hundred.TryFormat(characters[..2], out written));
                Span<byte> bytes = stackalloc byte[20];
                Report.Value("TYPE.format-utf8", hundred.TryFormat(bytes, out written, "x") && bytes[..written].SequenceEqual("64"u8));
                Report.Value("TYPE.order", (long)TYPE.Min(five, hundred) + ((long)TYPE.Max(five, hundred) * 1000) + (long)TYPE.Clamp(hundred, 1, five));
                var (quotient, remainder) = TYPE.DivRem(hundred, (TYPE)7);
                Report.Value("TYPE.division", ((long)quotient * 100) + (long)remainder);
                Report.Value("TYPE.math", (long)Math.Min(five, hundred) + ((long)Math.Max(five, hundred) * 1000) + (long)Math.Clamp(hundred, (TYPE)1, five));
                (quotient, remainder) = Math.DivRem(hundred, (TYPE)9);
                Report.Value("TYPE.math-division", ((long)quotient * 100) + (long)remainder);
                Report.Value("TYPE.parity", TYPE.IsEvenInteger(hundred) && !TYPE.IsEvenInteger(five) && TYPE.IsOddInteger(five) && !TYPE.IsOddInteger(hundred));
                Report.Value("TYPE.power", TYPE.IsPow2((TYPE)64) && !TYPE.IsPow2(hundred) && !TYPE.IsPow2((TYPE)0));
                Report.Value("TYPE.bits", ((long)TYPE.PopCount(hundred) * 100) + (long)TYPE.TrailingZeroCount(hundred));
                Report.Value("TYPE.leading", (long)TYPE.LeadingZeroCount((TYPE)1) - (long)TYPE.LeadingZeroCount(hundred));
                Report.Value("TYPE.sign", TYPE.Sign(five) + TYPE.Sign((TYPE)0));
                Report.Value("TYPE.limits", TYPE.MinValue < TYPE.MaxValue);
                Report.Value("TYPE.parse", (long)TYPE.Parse("12") + (long)TYPE.Parse("7f", NumberStyles.HexNumber) + (long)TYPE.Parse(" 3 ".AsSpan()) + (long)TYPE.Parse("4"u8));
                Report.Value("TYPE.try", TYPE.TryParse("17", out var parsed) && parsed == 17 && TYPE.TryParse("18".AsSpan(), out parsed) && parsed == 18 && TYPE.TryParse("19"u8, out parsed) && parsed == 19);
                Report.Value("TYPE.try-style", TYPE.TryParse("1a".AsSpan(), NumberStyles.HexNumber, null, out parsed) && parsed == 26 && TYPE.TryParse("1b"u8, NumberStyles.HexNumber, null, out parsed) && parsed == 27);
                Report.Value("TYPE.try-not", TYPE.TryParse("x1", out parsed) || TYPE.TryParse("", out parsed) || TYPE.TryParse("99999999999999999999999", out parsed) || parsed != 0);

        """;

    private const string SignedMembers = """
                Report.Value("TYPE.absolute", (long)TYPE.Abs((TYPE)(-100)) + (long)TYPE.Abs(five));
                Report.Value("TYPE.math-sign", (long)Math.Abs((TYPE)(-100)) + Math.Sign((TYPE)(-100)) + Math.Sign(five) + Math.Sign((TYPE)0));
                Report.Value("TYPE.negative", TYPE.IsNegative((TYPE)(-1)) && !TYPE.IsNegative(five) && TYPE.IsPositive((TYPE)0) && !TYPE.IsPositive((TYPE)(-1)) && TYPE.Sign((TYPE)(-3)) == -1);
                Report.Value("TYPE.division-negative", (long)TYPE.DivRem((TYPE)(-100), (TYPE)7).Remainder);
                Report.Value("TYPE.text-negative", ((TYPE)(-100)).ToString() + (long)TYPE.Parse("-12"));
        """;

    private const string UnsignedMembers = """
                Report.Value("TYPE.logarithm", (long)TYPE.Log2(hundred));
                Report.Value("TYPE.negative-text", TYPE.TryParse("-1", out parsed));
        """;

    private const string PlaceMembers = """
                TYPE number = Report.Opaque((TYPE)100), place = (TYPE)0;
                Volatile.Write(ref place, number);
                Report.Value("TYPE.volatile", Volatile.Read(ref place) == number && place == number);
                Report.Value("TYPE.appended", new StringBuilder().Append(number).Append('|').Append(number).ToString());
                Console.Write(number);
                Console.WriteLine(number);
        """;

    private const string RotationMembers = """
                TYPE value = Report.Opaque((TYPE)0x1234_5600);
                Report.Value("TYPE.rotate", TYPE.RotateLeft(TYPE.RotateRight(value, 8), 8) == value && TYPE.RotateRight(value, 8) == (TYPE)0x12_3456 && TYPE.RotateLeft((TYPE)3, 4) == 48);

        """;

    private const string ExchangeMembers = """
                TYPE place = Report.Opaque((TYPE)5);
                Report.Value("TYPE.exchange", ((long)Interlocked.Exchange(ref place, (TYPE)9) * 10) + (long)place);
                Report.Value("TYPE.compare-exchange", ((long)Interlocked.CompareExchange(ref place, (TYPE)7, (TYPE)9) * 10) + (long)place);
                Report.Value("TYPE.compare-exchange-not", ((long)Interlocked.CompareExchange(ref place, (TYPE)3, (TYPE)9) * 10) + (long)place);
        """;

    private const string CounterMembers = """
                TYPE count = Report.Opaque((TYPE)5);
                Report.Value("TYPE.add", Interlocked.Add(ref count, 100) + count);
                Report.Value("TYPE.increment", Interlocked.Increment(ref count) + count);
                Report.Value("TYPE.decrement", Interlocked.Decrement(ref count) + count);
                count = TYPE.MaxValue;
                Report.Value("TYPE.wrap", Interlocked.Increment(ref count) == TYPE.MinValue && Interlocked.Decrement(ref count) == TYPE.MaxValue);
        """;

    private const string ByteOrderMembers = """
                Span<byte> bytes = stackalloc byte[16];
                BinaryPrimitives.WriteTYPEBigEndian(bytes, (TYPE)77);
                BinaryPrimitives.WriteTYPELittleEndian(bytes[8..], (TYPE)99);
                foreach (var value in bytes)
                    Report.Value("TYPE.byte", value);
                Report.Value("TYPE.read", (long)BinaryPrimitives.ReadTYPEBigEndian(bytes) + (long)BinaryPrimitives.ReadTYPELittleEndian(bytes[8..]));

        """;

    private const string TryByteOrderMembers = """
                Report.Value("TYPE.try", BinaryPrimitives.TryReadTYPEBigEndian(bytes, out var big) && BinaryPrimitives.TryReadTYPELittleEndian(bytes[8..], out var little) && big + little == 176);
                Report.Value("TYPE.try-not", BinaryPrimitives.TryReadTYPEBigEndian(bytes[..1], out big) || BinaryPrimitives.TryReadTYPELittleEndian(bytes[..1], out little));
                Report.Value("TYPE.try-write", BinaryPrimitives.TryWriteTYPEBigEndian(bytes, 5) && BinaryPrimitives.TryWriteTYPELittleEndian(bytes[8..], 6));
                Report.Value("TYPE.try-write-not", BinaryPrimitives.TryWriteTYPEBigEndian(bytes[..1], 5) || BinaryPrimitives.TryWriteTYPELittleEndian(bytes[..1], 6));
                Report.Value("TYPE.reversed", (ulong)BinaryPrimitives.ReverseEndianness((TYPE)0x0102));
        """;

    private const string ExceptionMembers = """
                var inner = new Exception("inner");
                Exception plain = new TYPE(), told = new TYPE("told"), caused = new TYPE("caused", inner);
                Report.Value("TYPE.message", told.Message + caused.Message + caused.InnerException!.Message);
                Report.Value("TYPE.kind", plain is TYPE && plain.InnerException is null);

        """;

    // That of Exception itself names the type, which a partition leaves to the fault record.
    private const string DefaultMessage = """
                Report.Value("TYPE.default", plain.Message);
        """;
}
