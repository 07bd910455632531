using Iced.Intel;
using Nanokernel.X86.Toolchain;
using static Iced.Intel.AssemblerRegisters;

namespace Nanokernel.X86.Stubs;

/// <summary>
/// Floating point on the x87, which has the 64 bits of precision that SSE2 lacks on IA-32: conversions from and to 64-bit integers, the
/// remainder and the square root. A double that an integer cannot hold gives the nearest one it can hold, NaN gives 0, as in .NET.
/// </summary>
internal static class RuntimeHelpersConversions
{
    private const uint NotANumber = 0x7FF0_0000;
    private const uint TwoTo63 = 0x43E0_0000;
    private const uint TwoTo64 = 0x43F0_0000;
    private const uint TwoTo63AsFloat = 0x5F00_0000;
    private const uint TwoTo64AsFloat = 0x5F80_0000;

    public static ObjectFile ToInteger()
    {
        var stub = new StubAssembler("double to long");
        var c = stub.Code;
        stub.Global("RhpDbl2Lng");
        var large = c.CreateLabel();
        var zero = c.CreateLabel();
        var negative = c.CreateLabel();
        c.mov(edx, __dword_ptr[esp + 8]);
        c.mov(ecx, edx);
        c.and(edx, 0x7FFF_FFFF);
        c.cmp(edx, TwoTo63);
        c.jae(large);
        EmitTruncation(c);
        c.ret(8);

        c.Label(ref large);
        EmitNotANumberTest(c, zero);
        c.test(ecx, ecx);
        c.js(negative);
        c.mov(eax, 0xFFFF_FFFF);
        c.mov(edx, 0x7FFF_FFFF);
        c.ret(8);
        c.Label(ref negative);
        c.xor(eax, eax);
        c.mov(edx, 0x8000_0000);
        c.ret(8);
        c.Label(ref zero);
        c.xor(eax, eax);
        c.xor(edx, edx);
        c.ret(8);
        return stub.ToObjectFile();
    }

    public static ObjectFile ToUnsignedInteger()
    {
        var stub = new StubAssembler("double to ulong");
        var c = stub.Code;
        stub.Global("RhpDbl2ULng");
        var large = c.CreateLabel();
        var tooLarge = c.CreateLabel();
        var zero = c.CreateLabel();
        c.mov(edx, __dword_ptr[esp + 8]);
        c.test(edx, edx);
        c.js(zero);
        c.cmp(edx, TwoTo63);
        c.jae(large);
        EmitTruncation(c);
        c.ret(8);

        c.Label(ref large);
        c.cmp(edx, TwoTo64);
        c.jae(tooLarge);
        c.fld(__qword_ptr[esp + 4]);
        c.push(TwoTo63AsFloat);
        c.fsub(__dword_ptr[esp]);
        c.pop(eax);
        c.fistp(__qword_ptr[esp + 4]);
        c.mov(eax, __dword_ptr[esp + 4]);
        c.mov(edx, __dword_ptr[esp + 8]);
        c.xor(edx, 0x8000_0000);
        c.ret(8);

        c.Label(ref tooLarge);
        EmitNotANumberTest(c, zero);
        c.or(eax, -1);
        c.or(edx, -1);
        c.ret(8);
        c.Label(ref zero);
        c.xor(eax, eax);
        c.xor(edx, edx);
        c.ret(8);
        return stub.ToObjectFile();
    }

    // The result in ST0 is exact; whoever stores it rounds once.
    public static ObjectFile FromInteger()
    {
        var stub = new StubAssembler("long to floating point");
        var c = stub.Code;
        stub.Global("RhpLng2Dbl");
        stub.Global("RhpLng2Flt");
        c.fild(__qword_ptr[esp + 4]);
        c.ret(8);

        stub.Global("RhpULng2Dbl");
        stub.Global("RhpULng2Flt");
        var positive = c.CreateLabel();
        c.fild(__qword_ptr[esp + 4]);
        c.cmp(__dword_ptr[esp + 8], 0);
        c.jge(positive);
        c.push(TwoTo64AsFloat);
        c.fadd(__dword_ptr[esp]);
        c.pop(eax);
        c.Label(ref positive);
        c.ret(8);
        return stub.ToObjectFile();
    }

    public static ObjectFile Remainder()
    {
        var stub = new StubAssembler("remainder of doubles");
        stub.Global("fmod");
        stub.Code.fld(__qword_ptr[esp + 4]);
        stub.Code.fld(__qword_ptr[esp + 12]);
        EmitRemainder(stub.Code);
        stub.Code.ret(16);
        return stub.ToObjectFile();
    }

    public static ObjectFile SingleRemainder()
    {
        var stub = new StubAssembler("remainder of floats");
        stub.Global("fmodf");
        stub.Code.fld(__dword_ptr[esp + 4]);
        stub.Code.fld(__dword_ptr[esp + 8]);
        EmitRemainder(stub.Code);
        stub.Code.ret(8);
        return stub.ToObjectFile();
    }

    public static ObjectFile SquareRoot()
    {
        var stub = new StubAssembler("square root");
        var c = stub.Code;
        stub.Global("nk_square_root");
        c.fld(__qword_ptr[esp + 4]);
        c.fsqrt();
        c.ret(8);
        return stub.ToObjectFile();
    }

    // ST0 = ST0 % ST1, and ST1 goes. FPREM says by flag C2 that it has to go on.
    private static void EmitRemainder(Assembler c)
    {
        var again = c.CreateLabel();
        c.Label(ref again);
        c.fprem();
        c.fnstsw(ax);
        c.test(ah, 4);
        c.jne(again);
        c.fstp(st1);
    }

    // EDX:EAX = the argument at ESP + 4 without its fraction. The argument's place takes the result.
    private static void EmitTruncation(Assembler c)
    {
        c.fld(__qword_ptr[esp + 4]);
        c.sub(esp, 8);
        c.fnstcw(__word_ptr[esp]);
        c.movzx(eax, __word_ptr[esp]);
        c.or(eax, 0x0C00);
        c.mov(__word_ptr[esp + 4], ax);
        c.fldcw(__word_ptr[esp + 4]);
        c.fistp(__qword_ptr[esp + 12]);
        c.fldcw(__word_ptr[esp]);
        c.add(esp, 8);
        c.mov(eax, __dword_ptr[esp + 4]);
        c.mov(edx, __dword_ptr[esp + 8]);
    }

    // Jumps if EDX and the low half at ESP + 4 are a NaN without its sign.
    private static void EmitNotANumberTest(Assembler c, Label target)
    {
        c.cmp(__dword_ptr[esp + 4], 1);
        c.cmc();
        c.adc(edx, 0);
        c.cmp(edx, NotANumber);
        c.ja(target);
    }
}
