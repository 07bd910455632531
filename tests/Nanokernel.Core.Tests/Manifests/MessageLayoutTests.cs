using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Nanokernel.Manifests;

namespace Nanokernel.Core.Tests.Manifests;

/// <summary>
/// Layouts are read from this assembly's own IL and compared with what the running compiler made of the same structs: without pointers,
/// IA-32 and the host place fields alike.
/// </summary>
public sealed class MessageLayoutTests
{
    public enum Small : byte { A, B }

    public enum Wide : long { A, B }

    public struct Mixed { public byte A; public long B; public short C; public double D; public bool E; public char F; }

    public struct Nested { public byte A; public Mixed B; public Small C; public Wide D; }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    public struct Packed { public byte A; public long B; public short C; }

    [StructLayout(LayoutKind.Sequential, Pack = 2)]
    public struct PackedByTwo { public byte A; public Mixed B; public int C; }

    [StructLayout(LayoutKind.Explicit)]
    public struct Overlaid
    {
        [FieldOffset(0)] public int A;
        [FieldOffset(2)] public short B;
        [FieldOffset(8)] public float C;
        [FieldOffset(0)] public byte D;
    }

    [StructLayout(LayoutKind.Sequential, Size = 21)]
    public struct Sized { public int A; public byte B; }

    public unsafe struct Buffered { public byte A; public fixed short B[3]; public int C; }

    [InlineArray(3)]
    public struct Triple { public Packed Item; }

    public struct WithTriple { public byte A; public Triple B; public long C; }

    public struct Pair<TFirst, TSecond> { public TFirst First; public TSecond Second; }

    public struct Generic { public Pair<byte, Pair<long, Small>> A; public sbyte B; }

    public struct Empty;

    public struct WithEmpty { public Empty A; public int B; public static int Ignored; public const int AlsoIgnored = 1; }

    public static TheoryData<string, int> Sizes => new()
    {
        { nameof(Mixed), Unsafe.SizeOf<Mixed>() },
        { nameof(Nested), Unsafe.SizeOf<Nested>() },
        { nameof(Packed), Unsafe.SizeOf<Packed>() },
        { nameof(PackedByTwo), Unsafe.SizeOf<PackedByTwo>() },
        { nameof(Overlaid), Unsafe.SizeOf<Overlaid>() },
        { nameof(Sized), Unsafe.SizeOf<Sized>() },
        { nameof(Buffered), Unsafe.SizeOf<Buffered>() },
        { nameof(Triple), Unsafe.SizeOf<Triple>() },
        { nameof(WithTriple), Unsafe.SizeOf<WithTriple>() },
        { nameof(Generic), Unsafe.SizeOf<Generic>() },
        { nameof(Empty), Unsafe.SizeOf<Empty>() },
        { nameof(WithEmpty), Unsafe.SizeOf<WithEmpty>() },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_message_has_the_size_that_the_compiler_gives_it(string type, int size) => Assert.Equal(size, LayoutOf(type).Size);

    [Theory]
    [InlineData(nameof(Mixed), "40;0:u1;8:i8;16:i2;24:f8;32:b1;34:c2")]
    [InlineData(nameof(Packed), "11;0:u1;1:i8;9:i2")]
    [InlineData(nameof(Overlaid), "12;0:i4;0:u1;2:i2;8:f4")]
    [InlineData(nameof(Sized), "21;0:i4;4:u1")]
    [InlineData(nameof(Buffered), "12;0:u1;2:i2;4:i2;6:i2;8:i4")]
    [InlineData(nameof(Triple), "33;0:u1;1:i8;9:i2;11:u1;12:i8;20:i2;22:u1;23:i8;31:i2")]
    [InlineData(nameof(Generic), "32;0:u1;8:i8;16:u1;24:i1")]
    [InlineData(nameof(WithEmpty), "8;4:i4")]
    public void A_layout_is_its_size_and_its_primitive_fields_by_offset(string type, string canonical) =>
        Assert.Equal(canonical, LayoutOf(type).CanonicalText);

    [Fact]
    public void Offsets_are_those_of_the_compiler()
    {
        var value = default(Nested);
        ref var start = ref Unsafe.As<Nested, byte>(ref value);
        (string Path, nint Offset)[] expected =
        [
            ("A", 0),
            ("B.A", Unsafe.ByteOffset(ref start, ref value.B.A)),
            ("B.B", Unsafe.ByteOffset(ref start, ref Unsafe.As<long, byte>(ref value.B.B))),
            ("B.C", Unsafe.ByteOffset(ref start, ref Unsafe.As<short, byte>(ref value.B.C))),
            ("B.D", Unsafe.ByteOffset(ref start, ref Unsafe.As<double, byte>(ref value.B.D))),
            ("B.E", Unsafe.ByteOffset(ref start, ref Unsafe.As<bool, byte>(ref value.B.E))),
            ("B.F", Unsafe.ByteOffset(ref start, ref Unsafe.As<char, byte>(ref value.B.F))),
            ("C", Unsafe.ByteOffset(ref start, ref Unsafe.As<Small, byte>(ref value.C))),
            ("D", Unsafe.ByteOffset(ref start, ref Unsafe.As<Wide, byte>(ref value.D))),
        ];

        Assert.Equal(expected, LayoutOf(nameof(Nested)).Fields.Select(part => (part.Path, (nint)part.Offset)));
    }

    [Theory]
    [InlineData("", 0x811C9DC5u)]
    [InlineData("a", 0xE40C292Cu)]
    [InlineData("foobar", 0xBF9CF968u)]
    public void The_fingerprint_is_fnv_1a(string text, uint hash) => Assert.Equal(hash, MessageLayout.Hash(text));

    [Fact]
    public void Names_do_not_change_the_fingerprint_but_types_do()
    {
        var first = new MessageLayout("A", 4, [new MessageField(0, 4, "i4", "X")]);

        Assert.Equal(first.Fingerprint, new MessageLayout("B", 4, [new MessageField(0, 4, "i4", "Y")]).Fingerprint);
        Assert.NotEqual(first.Fingerprint, new MessageLayout("A", 4, [new MessageField(0, 4, "f4", "X")]).Fingerprint);
    }

    private static MessageLayout LayoutOf(string type)
    {
        var assembly = new MetadataAssemblySet(typeof(MessageLayoutTests).Assembly.Location, []).Main;
        return MessageLayoutBuilder.Build(assembly.FindType($"{typeof(MessageLayoutTests).FullName}.{type}"));
    }
}
