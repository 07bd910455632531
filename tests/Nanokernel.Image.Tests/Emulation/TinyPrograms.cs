using Iced.Intel;
using static Iced.Intel.AssemblerRegisters;

namespace Nanokernel.Image.Tests.Emulation;

/// <summary>What the tiny images of these tests do.</summary>
internal static class TinyPrograms
{
    public static void Exit(Assembler code, byte value)
    {
        code.mov(al, value);
        code.@out(0xF4, al);
        Halt(code);
    }

    public static void Print(Assembler code, ushort port, string text)
    {
        code.mov(dx, port);
        foreach (var character in text)
        {
            code.mov(al, (sbyte)character);
            code.@out(dx, al);
        }
    }

    /// <summary>Sends what comes in at COM2 to COM1, up to and with a 'q'.</summary>
    public static void Echo(Assembler code)
    {
        var wait = code.CreateLabel();
        code.Label(ref wait);
        code.mov(dx, 0x2FD);
        code.@in(al, dx);
        code.test(al, 1);
        code.jz(wait);
        code.mov(dx, 0x2F8);
        code.@in(al, dx);
        code.mov(dx, 0x3F8);
        code.@out(dx, al);
        code.cmp(al, (sbyte)'q');
        code.jne(wait);
    }

    public static void Halt(Assembler code)
    {
        var halted = code.CreateLabel();
        code.Label(ref halted);
        code.hlt();
        code.jmp(halted);
    }
}
