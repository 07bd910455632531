using Iced.Intel;

namespace Nanokernel.X86.Toolchain;

/// <summary>
/// Where, at one instruction, the frame of the caller is. Its address is by convention that behind the return address, and registers lie at
/// distances from it.
/// </summary>
internal sealed class FrameState
{
    /// <summary>DWARF's number of EIP; those of the others are the processor's.</summary>
    public const int InstructionPointer = 8;

    private readonly int?[] _saved;

    private FrameState(Register? register, int distance, int?[] saved) => (AddressRegister, Distance, _saved) = (register, distance, saved);

    /// <summary>ESP or EBP, from which the frame is <see cref="Distance"/> away; null for the end of an interrupted partition's context.</summary>
    public Register? AddressRegister { get; }

    /// <summary>The bytes from <see cref="AddressRegister"/> to the frame.</summary>
    public int Distance { get; }

    /// <summary>Where the caller's register is, counted from the frame; null when it is still in the register.</summary>
    public int? SavedAt(int register) => _saved[register];

    /// <summary>The state at the first instruction of a function.</summary>
    public static FrameState At(FrameEntry entry)
    {
        var saved = new int?[InstructionPointer + 1];
        switch (entry)
        {
            case FrameEntry.Called:
                saved[InstructionPointer] = -4;
                return new FrameState(Register.ESP, 4, saved);
            case FrameEntry.KernelEntry or FrameEntry.KernelExit:
                // Pushed by the processor: SS, ESP, EFLAGS, CS, EIP.
                saved[Number(Register.ESP)] = -8;
                saved[InstructionPointer] = -20;
                var state = new FrameState(null, 0, saved);
                return entry == FrameEntry.KernelExit ? state.WithAll(-28) : state;
            default:
                return new FrameState(Register.ESP, 0, saved);
        }
    }

    /// <summary>DWARF's number of a register.</summary>
    public static int Number(Register register) => register - Register.EAX;

    public FrameState With(Register addressRegister, int distance) => new(addressRegister, distance, _saved);

    public FrameState With(int register, int? savedAt)
    {
        var saved = (int?[])_saved.Clone();
        saved[register] = savedAt;
        return new FrameState(AddressRegister, Distance, saved);
    }

    /// <summary>After PUSHAD: EAX, ECX, EDX, EBX, ESP, EBP, ESI and EDI lie below a place.</summary>
    public FrameState WithAll(int below)
    {
        var saved = (int?[])_saved.Clone();
        foreach (var register in AllButStackPointer)
            saved[Number(register)] = below - 4 * (Number(register) + 1);
        return new FrameState(AddressRegister, Distance, saved);
    }

    /// <summary>After POPAD.</summary>
    public FrameState WithoutAll()
    {
        var saved = (int?[])_saved.Clone();
        foreach (var register in AllButStackPointer)
            saved[Number(register)] = null;
        return new FrameState(AddressRegister, Distance, saved);
    }

    /// <summary>With the frame further from ESP, or nearer: what lay beyond is no longer saved.</summary>
    public FrameState Moved(int bytes)
    {
        if (AddressRegister != Register.ESP)
            return this;
        var saved = (int?[])_saved.Clone();
        for (var register = 0; register < InstructionPointer; register++)
        {
            if (saved[register] < -(Distance + bytes))
                saved[register] = null;
        }

        return new FrameState(AddressRegister, Distance + bytes, saved);
    }

    /// <summary>Whether two states say the same.</summary>
    public bool IsSame(FrameState other) =>
        AddressRegister == other.AddressRegister && Distance == other.Distance && _saved.AsSpan().SequenceEqual(other._saved);

    private static readonly Register[] AllButStackPointer =
        [Register.EAX, Register.ECX, Register.EDX, Register.EBX, Register.EBP, Register.ESI, Register.EDI];
}
