namespace Nanokernel.X86.Toolchain;

/// <summary>The numbers of the ELF32 format that are used here.</summary>
internal static class ElfConstants
{
    public const int HeaderSize = 52;
    public const int ProgramHeaderSize = 32;
    public const int SectionHeaderSize = 40;
    public const int SymbolSize = 16;
    public const ushort TypeExecutable = 2;
    public const ushort Machine386 = 3;
    public const uint SegmentLoad = 1;
    public const uint SegmentDynamic = 2;
    public const uint SegmentInterpreter = 3;
    public const uint SegmentThreadLocal = 7;
    public const uint FlagExecute = 1;
    public const uint FlagWrite = 2;
    public const uint FlagRead = 4;
    public const uint SectionProgramBits = 1;
    public const uint SectionSymbolTable = 2;
    public const uint SectionStringTable = 3;
    public const uint SectionNoBits = 8;
    public const uint SectionFlagWrite = 1;
    public const uint SectionFlagAllocate = 2;
    public const uint SectionFlagExecute = 4;
    public const ushort SectionIndexAbsolute = 0xFFF1;
    public const byte BindLocal = 0;
    public const byte SymbolObject = 1;
    public const byte SymbolFunction = 2;

    /// <summary>The first sixteen bytes: magic, 32-bit, little-endian, version 1, System V.</summary>
    public static ReadOnlySpan<byte> Identification => [0x7F, (byte)'E', (byte)'L', (byte)'F', 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>The access that flags ask for; null where it is both to write and to execute.</summary>
    public static SegmentAccess? ToAccess(uint flags) => (flags & (FlagExecute | FlagWrite)) switch
    {
        0 => SegmentAccess.Read,
        FlagExecute => SegmentAccess.ReadExecute,
        FlagWrite => SegmentAccess.ReadWrite,
        _ => null,
    };

    public static uint ToFlags(SegmentAccess access) => access switch
    {
        SegmentAccess.ReadExecute => FlagRead | FlagExecute,
        SegmentAccess.ReadWrite => FlagRead | FlagWrite,
        _ => FlagRead,
    };
}
