// Who called: return addresses on a stack without frame pointers.
using Nanokernel.Abi;

namespace Nanokernel.Kernel;

/// <summary>
/// Many methods have no EBP frame, so every word of the stack that points behind a call instruction counts as a return address. That may
/// show a caller that has already returned; it does not miss one.
/// </summary>
internal unsafe struct CallStack
{
    private const uint FrameMaximum = 16;
    private const uint WordMaximum = 2048;

    // How many words one step looks at: it bounds the time in the kernel.
    private const uint StepWords = 16;

    private uint* _stack;
    private uint _words;
    private uint _textStart;
    private uint _textEnd;
    private SymbolTable* _symbols;
    private uint _next;
    private uint _frames;

    /// <summary>Starts at the innermost caller.</summary>
    /// <param name="stack">The stack's lowest word.</param>
    /// <param name="words">The words on it.</param>
    /// <param name="textStart">The address of the code.</param>
    /// <param name="textEnd">The address behind it.</param>
    /// <param name="symbols">Names, or null.</param>
    public void Start(uint* stack, uint words, uint textStart, uint textEnd, SymbolTable* symbols)
    {
        _stack = stack;
        _words = words < WordMaximum ? words : WordMaximum;
        _textStart = textStart;
        _textEnd = textEnd;
        _symbols = symbols;
        _next = 0;
        _frames = 0;
    }

    /// <summary>Looks at some words, up to the next caller, and writes a line for it if there is one.</summary>
    /// <param name="owner">Whose record it is.</param>
    /// <returns>Whether there are more words to look at.</returns>
    public bool WriteNext(int owner)
    {
        for (var step = 0u; step < StepWords; step++)
        {
            if (_next >= _words || _frames == FrameMaximum)
                return false;
            var word = _stack[_next++];
            var offset = word - _textStart;
            if (offset > _textEnd - _textStart || !FollowsCall((byte*)_textStart, offset))
                continue;
            FaultReport.StartLine(owner);
            DebugConsole.Write("called from "u8);
            Symbols.WriteAddress(_symbols, word);
            DebugConsole.EndLine();
            _frames++;
            break;
        }

        return true;
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
