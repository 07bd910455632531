using Nanokernel.Checking;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.X86.Tests.DebugInformation;

/// <summary>Linked code made by hand.</summary>
internal static class DebugSample
{
    /// <summary>Where it begins.</summary>
    public const uint Address = 0x40_0000;

    /// <summary>A function with a frame and two lines.</summary>
    public static LinkedImage WithFrame { get; } = Image(
        [(0, "start")],
        [(0, 7), (8, 9)],
        [
            0x55,                   // 400000 push ebp
            0x8B, 0xEC,             // 400001 mov ebp,esp
            0x56,                   // 400003 push esi
            0x83, 0xEC, 0x08,       // 400004 sub esp,8
            0x90,                   // 400007 nop
            0x8D, 0x65, 0xFC,       // 400008 lea esp,[ebp-4]
            0x5E,                   // 40000B pop esi
            0x5D,                   // 40000C pop ebp
            0xC2, 0x04, 0x00,       // 40000D ret 4
        ]);

    /// <summary>An image of functions, each up to the next, in one source file.</summary>
    public static LinkedImage Image((uint Offset, string Name)[] functions, (uint Offset, int Line)[] lines, byte[] code) => new()
    {
        Name = "test",
        ImageBase = Address,
        EntryAddress = Address,
        Segments = [new LinkedSegment(".text", SegmentAccess.ReadExecute, Address, code, (uint)code.Length)],
        Symbols =
        [
            .. functions.Select((function, i) => new LinkedSymbol(
                function.Name, Address + function.Offset, (i + 1 < functions.Length ? functions[i + 1].Offset : (uint)code.Length) - function.Offset,
                IsFunction: true, function.Name)),
        ],
        Relocations = [],
        Lines = [.. lines.Select(line => new LinkedLine(Address + line.Offset, new SourceLocation("/src/a.cs", line.Line)))],
    };

    /// <summary>Bytes as text, without the spaces that make the expected ones readable.</summary>
    public static void Same(string expected, byte[] actual) => Assert.Equal(expected.Replace(" ", "", StringComparison.Ordinal), Convert.ToHexString(actual));
}
