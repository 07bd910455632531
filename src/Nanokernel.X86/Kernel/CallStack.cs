// Who called: return addresses on a stack without frame pointers.
using Nanokernel.Abi;

namespace Nanokernel.Kernel;

/// <summary>
/// Many methods have no EBP frame, so every word of the stack that points behind a call instruction counts as a return address. That may
/// show a caller that has already returned; it does not miss one.
/// </summary>
internal static unsafe class CallStack
{
    private const uint FrameMaximum = 16;
    private const uint WordMaximum = 2048;

    /// <summary>Writes a line for each caller, the innermost first.</summary>
    /// <param name="stack">The stack's lowest word, as the kernel sees it.</param>
    /// <param name="words">The words on it.</param>
    /// <param name="text">The code, as the kernel sees it, or null.</param>
    /// <param name="textStart">The address of the code as its owner sees it.</param>
    /// <param name="textEnd">The address behind it.</param>
    /// <param name="symbols">Names, or null.</param>
    public static void Write(uint* stack, uint words, byte* text, uint textStart, uint textEnd, SymbolTable* symbols)
    {
        if (text == null)
            return;
        var frames = 0u;
        for (var i = 0u; i < words && i < WordMaximum && frames < FrameMaximum; i++)
        {
            var offset = stack[i] - textStart;
            if (offset > textEnd - textStart || !FollowsCall(text, offset))
                continue;
            FaultReport.StartLine();
            DebugConsole.Write("called from "u8);
            Symbols.WriteAddress(symbols, stack[i]);
            DebugConsole.EndLine();
            frames++;
        }
    }

    /// <summary>Whether a call instruction ends here: E8, or FF /2 with a register, a displacement of 8 bits, or one of 32.</summary>
    private static bool FollowsCall(byte* text, uint offset)
    {
        if (offset >= 5 && text[offset - 5] == 0xE8)
            return true;
        for (var length = 2u; length <= 7 && length <= offset; length++)
        {
            var call = text + offset - length;
            if (call[0] == 0xFF && (call[1] & 0x38) == 0x10 && length == CallLength(call[1]))
                return true;
        }

        return false;
    }

    /// <summary>The bytes of FF /2 with this ModR/M byte (SDM vol. 2A, table 2-2).</summary>
    private static uint CallLength(uint modRm)
    {
        var mode = modRm >> 6;
        var hasScaleIndexBase = mode != 3 && (modRm & 7) == 4 ? 1u : 0;
        if (mode == 2 || (mode == 0 && (modRm & 7) == 5))
            return 6 + hasScaleIndexBase;
        return (mode == 1 ? 3u : 2u) + hasScaleIndexBase;
    }
}
