using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Nanokernel.Abi;

/// <summary>
/// What the kernel writes down of a fault, 2 KiB: the facts at once, before anybody else runs; callers, texts and the console's tail when
/// the partition has its turn, whose time that takes. Then <see cref="IsComplete"/> is 1.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 2048)]
public struct FaultRecord
{
    /// <summary>The value of <see cref="Magic"/>: "NKFR" in memory order.</summary>
    public const uint MagicValue = 0x5246_4B4E;

    /// <summary>The value of <see cref="Version"/>.</summary>
    public const uint VersionNumber = 1;

    /// <summary>The bytes of <see cref="Instruction"/>.</summary>
    public const int InstructionBytes = 16;

    /// <summary>The words of <see cref="Stack"/>.</summary>
    public const int StackWords = 24;

    /// <summary>The most callers.</summary>
    public const int CallerMaximum = 16;

    /// <summary>The bytes of <see cref="Text"/>.</summary>
    public const int TextBytes = 256;

    /// <summary>The bytes of <see cref="ConsoleTail"/>.</summary>
    public const int ConsoleTailBytes = 192;

    /// <summary>Offset 0. <see cref="MagicValue"/>.</summary>
    [FieldOffset(0)]
    public uint Magic;

    /// <summary>Offset 4. <see cref="VersionNumber"/>.</summary>
    [FieldOffset(4)]
    public uint Version;

    /// <summary>Offset 8. The number of the record: 1 for the partition's first.</summary>
    [FieldOffset(8)]
    public uint Number;

    /// <summary>Offset 12. Not zero: everything is written.</summary>
    [FieldOffset(12)]
    public uint IsComplete;

    /// <summary>Offset 16. Which build of the partition this was.</summary>
    [FieldOffset(16)]
    public ulong BuildIdentity;

    /// <summary>Offset 24. When it happened, a TSC value.</summary>
    [FieldOffset(24)]
    public ulong Time;

    /// <summary>Offset 32. How long the partition had run until then, in TSC counts.</summary>
    [FieldOffset(32)]
    public ulong ProcessorTime;

    /// <summary>Offset 40. <see cref="FaultKind"/>.</summary>
    [FieldOffset(40)]
    public uint Kind;

    /// <summary>Offset 44. <see cref="FaultActionKind"/>: what is done about it.</summary>
    [FieldOffset(44)]
    public uint Action;

    /// <summary>Offset 48. How often the partition had been restarted before.</summary>
    [FieldOffset(48)]
    public uint Restarts;

    /// <summary>Offset 52. What the kind needs besides: an exception's vector, a storming interrupt line, a hypercall's number.</summary>
    [FieldOffset(52)]
    public uint Detail;

    /// <summary>Offset 56. The error code of an exception, 0 where it has none.</summary>
    [FieldOffset(56)]
    public uint ErrorCode;

    /// <summary>Offset 60. CR2: after a page fault, the address that was touched.</summary>
    [FieldOffset(60)]
    public uint DataAddress;

    /// <summary>Offset 64. CR0.</summary>
    [FieldOffset(64)]
    public uint Cr0;

    /// <summary>Offset 68. CR3.</summary>
    [FieldOffset(68)]
    public uint Cr3;

    /// <summary>Offset 72. CR4.</summary>
    [FieldOffset(72)]
    public uint Cr4;

    /// <summary>Offset 76. EFLAGS.</summary>
    [FieldOffset(76)]
    public uint Eflags;

    /// <summary>Offset 80. EDI.</summary>
    [FieldOffset(80)]
    public uint Edi;

    /// <summary>Offset 84. ESI.</summary>
    [FieldOffset(84)]
    public uint Esi;

    /// <summary>Offset 88. EBP.</summary>
    [FieldOffset(88)]
    public uint Ebp;

    /// <summary>Offset 92. ESP.</summary>
    [FieldOffset(92)]
    public uint Esp;

    /// <summary>Offset 96. EBX.</summary>
    [FieldOffset(96)]
    public uint Ebx;

    /// <summary>Offset 100. EDX.</summary>
    [FieldOffset(100)]
    public uint Edx;

    /// <summary>Offset 104. ECX.</summary>
    [FieldOffset(104)]
    public uint Ecx;

    /// <summary>Offset 108. EAX.</summary>
    [FieldOffset(108)]
    public uint Eax;

    /// <summary>Offset 112. EIP: the instruction that did it, or the one behind it.</summary>
    [FieldOffset(112)]
    public uint Eip;

    /// <summary>Offset 116. How many bytes of <see cref="Instruction"/> are those at EIP; the others could not be read.</summary>
    [FieldOffset(116)]
    public uint InstructionCount;

    /// <summary>Offset 120. How many words of <see cref="Stack"/> are those at ESP.</summary>
    [FieldOffset(120)]
    public uint StackCount;

    /// <summary>Offset 124. How many of <see cref="Callers"/> there are.</summary>
    [FieldOffset(124)]
    public uint CallerCount;

    /// <summary>Offset 128. The bytes at EIP.</summary>
    [FieldOffset(128)]
    public FaultInstruction Instruction;

    /// <summary>Offset 144. The words at ESP and above.</summary>
    [FieldOffset(144)]
    public FaultStack Stack;

    /// <summary>Offset 240. Where it happened: the method and the offset in it, UTF-8, filled up with zeros; empty without symbols.</summary>
    [FieldOffset(240)]
    public FaultMethod Where;

    /// <summary>Offset 316. The callers, innermost first.</summary>
    [FieldOffset(316)]
    public FaultCallers Callers;

    /// <summary>Offset 1600. What the partition said of itself: the type of an exception and its message, UTF-8, filled up with zeros.</summary>
    [FieldOffset(1600)]
    public FaultText Text;

    /// <summary>Offset 1856. What it wrote last on the debug console, UTF-8, filled up with zeros.</summary>
    [FieldOffset(1856)]
    public FaultConsoleTail ConsoleTail;
}

/// <summary>One of <see cref="FaultRecord.Callers"/>, 80 bytes.</summary>
[StructLayout(LayoutKind.Sequential, Size = 80)]
public struct FaultCaller
{
    /// <summary>Offset 0. The address behind the call.</summary>
    public uint Address;

    /// <summary>Offset 4. The method that it lies in and the offset in it, UTF-8, filled up with zeros; empty without symbols.</summary>
    public FaultMethod Method;
}

/// <summary>The bytes of <see cref="FaultRecord.Instruction"/>.</summary>
[InlineArray(FaultRecord.InstructionBytes)]
public struct FaultInstruction
{
    private byte _first;
}

/// <summary>The words of <see cref="FaultRecord.Stack"/>.</summary>
[InlineArray(FaultRecord.StackWords)]
public struct FaultStack
{
    private uint _first;
}

/// <summary>The name of a method and an offset, UTF-8, cut and filled up with zeros.</summary>
[InlineArray(Bytes)]
public struct FaultMethod
{
    /// <summary>Its bytes.</summary>
    public const int Bytes = 76;

    private byte _first;
}

/// <summary>The elements of <see cref="FaultRecord.Callers"/>.</summary>
[InlineArray(FaultRecord.CallerMaximum)]
public struct FaultCallers
{
    private FaultCaller _first;
}

/// <summary>The bytes of <see cref="FaultRecord.Text"/>.</summary>
[InlineArray(FaultRecord.TextBytes)]
public struct FaultText
{
    private byte _first;
}

/// <summary>The bytes of <see cref="FaultRecord.ConsoleTail"/>.</summary>
[InlineArray(FaultRecord.ConsoleTailBytes)]
public struct FaultConsoleTail
{
    private byte _first;
}
