// Who called: return addresses on a stack without frame pointers.
using Nanokernel.Abi;

namespace Nanokernel.Kernel;

/// <summary>
/// Many methods have no EBP frame, so every word of the stack that points behind a call instruction counts as a return address. That may
/// show a caller that has already returned; it does not miss one.
/// </summary>
internal static unsafe class CallStack
{
    private const uint WordMaximum = 2048;

    /// <summary>Writes a line for each caller, innermost first, and keeps them in a record.</summary>
    /// <param name="owner">Whose record it is.</param>
    /// <param name="stack">The stack's lowest word.</param>
    /// <param name="words">The words on it.</param>
    /// <param name="textStart">The address of the code.</param>
    /// <param name="textEnd">The address behind it.</param>
    /// <param name="symbols">Names, or null.</param>
    /// <param name="record">Takes the callers.</param>
    /// <param name="line">Room for a line.</param>
    public static void Write(
        int owner, uint* stack, uint words, uint textStart, uint textEnd, SymbolTable* symbols, FaultRecord* record, TextLine* line)
    {
        for (var next = 0u; next < words && next < WordMaximum && record->CallerCount < FaultRecord.CallerMaximum; next++)
        {
            var word = stack[next];
            var offset = word - textStart;
            if (offset > textEnd - textStart || !FollowsCall((byte*)textStart, offset))
                continue;
            var caller = (FaultCaller*)&record->Callers + record->CallerCount++;
            caller->Address = word;
            FaultReport.Start(owner, line);
            line->Write("called from "u8);
            FaultReport.WriteMethod(symbols, word, line, &caller->Method);
            FaultReport.End(line);
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
            if (call[0] == 0xFF && (call[1] & 0x38) == 0x10 && length == CallLength(call[1], call[2]))
                return true;
        }

        return false;
    }

    /// <summary>The bytes of FF /2 with this ModR/M byte and the byte behind it (SDM vol. 2A, tables 2-2 and 2-3).</summary>
    private static uint CallLength(uint modRm, uint scaleIndexBase)
    {
        var mode = modRm >> 6;
        var hasScaleIndexBase = mode != 3 && (modRm & 7) == 4 ? 1u : 0;
        if (mode == 2 || (mode == 0 && ((modRm & 7) == 5 || (hasScaleIndexBase != 0 && (scaleIndexBase & 7) == 5))))
            return 6 + hasScaleIndexBase;
        return (mode == 1 ? 3u : 2u) + hasScaleIndexBase;
    }
}
