using Iced.Intel;

namespace Nanokernel.X86.Toolchain;

/// <summary>
/// Writes <c>.debug_frame</c>: how a debugger gets from a function's frame to its caller's.
/// <code>
/// common: what holds at the first instruction of most functions | the same for what is interrupted rather than called |
/// function: common, addresses, changes... | ...
/// </code>
/// </summary>
internal static class DwarfFrameTable
{
    private const int Unit = 4;

    /// <summary>Writes the table.</summary>
    /// <param name="functions">The functions.</param>
    /// <param name="entryOf">Who comes to a function.</param>
    /// <param name="contextPointer">The address of the word that points behind the context of an interrupted partition: TSS.ESP0.</param>
    public static byte[] Write(IReadOnlyList<DebugFunction> functions, Func<DebugFunction, FrameEntry> entryOf, uint contextPointer)
    {
        var buffer = new DwarfBuffer();
        WriteCommon(buffer, "");
        var interrupted = buffer.Length;
        WriteCommon(buffer, "zS");
        var analysis = new FrameAnalysis(functions);
        foreach (var function in functions)
        {
            var entry = entryOf(function);
            var isCalled = entry is FrameEntry.Called or FrameEntry.Nobody;
            var start = buffer.Begin();
            buffer.Write32(isCalled ? 0 : interrupted);
            buffer.Write32(function.Address);
            buffer.Write32((uint)function.Code.Length);
            if (!isCalled)
                buffer.WriteUnsigned(0);
            WriteChanges(buffer, function.Address, analysis.Analyze(function, entry), contextPointer);
            buffer.End(start, Dwarf.AddressBytes);
        }

        return buffer.ToArray();
    }

    private static void WriteCommon(DwarfBuffer buffer, string augmentation)
    {
        var start = buffer.Begin();
        buffer.Write32(Dwarf.FrameCommon);
        buffer.Write8(1);
        buffer.WriteString(augmentation);
        buffer.WriteUnsigned(1);
        buffer.WriteSigned(-Unit);
        buffer.Write8(FrameState.InstructionPointer);
        if (augmentation.Length > 0)
            buffer.WriteUnsigned(0);
        buffer.Write8(Dwarf.FrameDefineAddress);
        buffer.WriteUnsigned((uint)FrameState.Number(Register.ESP));
        buffer.WriteUnsigned(4);
        WriteSaved(buffer, FrameState.InstructionPointer, -4);
        buffer.End(start, Dwarf.AddressBytes);
    }

    private static void WriteChanges(
        DwarfBuffer buffer, uint address, List<(uint Address, FrameState State)> rows, uint contextPointer)
    {
        var last = FrameState.At(FrameEntry.Called);
        foreach (var (at, state) in rows)
        {
            WriteAdvance(buffer, at - address);
            address = at;
            WriteFrameAddress(buffer, last, state, contextPointer);
            for (var register = 0; register <= FrameState.InstructionPointer; register++)
            {
                if (state.SavedAt(register) == last.SavedAt(register))
                    continue;
                if (state.SavedAt(register) is { } savedAt)
                {
                    WriteSaved(buffer, register, savedAt);
                }
                else if (register == FrameState.InstructionPointer)
                {
                    buffer.Write8(Dwarf.FrameUndefined);
                    buffer.WriteUnsigned((uint)register);
                }
                else
                {
                    buffer.Write8((byte)(Dwarf.FrameRestore | register));
                }
            }

            last = state;
        }
    }

    private static void WriteFrameAddress(DwarfBuffer buffer, FrameState last, FrameState state, uint contextPointer)
    {
        if (state.AddressRegister is not { } register)
        {
            if (last.AddressRegister is null)
                return;
            buffer.Write8(Dwarf.FrameDefineAddressExpression);
            buffer.WriteUnsigned(1 + Dwarf.AddressBytes + 1);
            buffer.Write8(Dwarf.OperationAddress);
            buffer.Write32(contextPointer);
            buffer.Write8(Dwarf.OperationDereference);
        }
        else if (last.AddressRegister is null || (register != last.AddressRegister && state.Distance != last.Distance))
        {
            buffer.Write8(Dwarf.FrameDefineAddress);
            buffer.WriteUnsigned((uint)FrameState.Number(register));
            buffer.WriteUnsigned((uint)state.Distance);
        }
        else if (register != last.AddressRegister)
        {
            buffer.Write8(Dwarf.FrameDefineAddressRegister);
            buffer.WriteUnsigned((uint)FrameState.Number(register));
        }
        else if (state.Distance != last.Distance)
        {
            buffer.Write8(Dwarf.FrameDefineAddressOffset);
            buffer.WriteUnsigned((uint)state.Distance);
        }
    }

    private static void WriteSaved(DwarfBuffer buffer, int register, int savedAt)
    {
        buffer.Write8((byte)(Dwarf.FrameOffset | register));
        buffer.WriteUnsigned((uint)(-savedAt / Unit));
    }

    private static void WriteAdvance(DwarfBuffer buffer, uint bytes)
    {
        switch (bytes)
        {
            case 0:
                break;
            case < 0x40:
                buffer.Write8((byte)(Dwarf.FrameAdvance | bytes));
                break;
            case <= byte.MaxValue:
                buffer.Write8(Dwarf.FrameAdvance1);
                buffer.Write8((byte)bytes);
                break;
            case <= ushort.MaxValue:
                buffer.Write8(Dwarf.FrameAdvance2);
                buffer.Write16((ushort)bytes);
                break;
            default:
                buffer.Write8(Dwarf.FrameAdvance4);
                buffer.Write32(bytes);
                break;
        }
    }
}
