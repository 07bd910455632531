using Iced.Intel;

namespace Nanokernel.X86.Toolchain;

/// <summary>
/// Finds the <see cref="FrameState"/> at every instruction of a program by following the code: the compiler says nothing of frames that a
/// debugger could read. What a call takes off the stack is read from the callee's RET.
/// </summary>
internal sealed class FrameAnalysis
{
    private const int TailCallLimit = 8;

    private readonly Dictionary<uint, (DebugFunction Function, Instruction[] Instructions)> _functions;

    public FrameAnalysis(IEnumerable<DebugFunction> functions) =>
        _functions = functions.ToDictionary(function => function.Address, function => (function, Prologue.Decode(function).ToArray()));

    /// <summary>The states of a function, each where it begins to hold.</summary>
    public List<(uint Address, FrameState State)> Analyze(DebugFunction function, FrameEntry entry)
    {
        var instructions = _functions[function.Address].Instructions;
        var states = Follow(function, instructions, entry);
        var rows = new List<(uint Address, FrameState State)>();
        for (var i = 0; i < instructions.Length; i++)
        {
            if (rows.Count == 0 || !rows[^1].State.IsSame(states[i]!))
                rows.Add((instructions[i].IP32, states[i]!));
        }

        return rows;
    }

    private FrameState?[] Follow(DebugFunction function, Instruction[] instructions, FrameEntry entry)
    {
        var states = new FrameState?[instructions.Length];
        var indices = new Dictionary<uint, int>();
        for (var i = 0; i < instructions.Length; i++)
            indices[instructions[i].IP32] = i;
        var prologueLength = instructions.TakeWhile(instruction => Prologue.Includes(instruction)).Count();

        // What is behind the prologue holds in the body, wherever nothing more is known: after jumps by table, for one.
        var body = FrameState.At(entry);
        for (var i = 0; i < prologueLength; i++)
            body = Step(body, instructions[i], isPrologue: true, body);

        // First come, first served: what lies nearer to the entry knows more.
        var open = new Queue<(int Index, FrameState State)>();
        open.Enqueue((0, FrameState.At(entry)));
        for (var next = 0; next < instructions.Length;)
        {
            while (open.TryDequeue(out var place))
            {
                for (var (i, state) = place; i < instructions.Length && states[i] is null; i++)
                {
                    states[i] = state;
                    var instruction = instructions[i];
                    state = Step(state, instruction, i < prologueLength, body);
                    if (i == 0 && entry == FrameEntry.Interrupted)
                        state = state.With(FrameState.InstructionPointer, -4);
                    if (instruction.FlowControl == FlowControl.IndirectBranch)
                        body = state;
                    else if (TryFindTarget(instruction, out var target))
                        open.Enqueue((target, instruction.FlowControl == FlowControl.Call ? FrameState.At(FrameEntry.Called) : state));
                    if (Ends(instruction))
                        break;
                }
            }

            while (next < instructions.Length && states[next] is not null)
                next++;
            if (next < instructions.Length)
                open.Enqueue((next, body));
        }

        return states;

        bool TryFindTarget(in Instruction instruction, out int index)
        {
            index = 0;
            return instruction.Op0Kind == OpKind.NearBranch32 && instruction.NearBranch32 != function.Address
                && indices.TryGetValue(instruction.NearBranch32, out index);
        }
    }

    private FrameState Step(FrameState state, in Instruction instruction, bool isPrologue, FrameState body)
    {
        var register = instruction.Op0Kind == OpKind.Register ? instruction.Op0Register : Register.None;
        switch (instruction.Mnemonic)
        {
            case Mnemonic.Push:
                state = state.Moved(4);
                if (!isPrologue || !IsKept(register) || state.SavedAt(FrameState.Number(register)) is not null)
                    return state;
                return state.With(FrameState.Number(register), state.AddressRegister == Register.ESP ? -state.Distance : LowestSaved(state) - 4);
            case Mnemonic.Pushad:
                return state.AddressRegister is null ? state.WithAll(-28) : state.WithAll(-state.Distance).Moved(32);
            case Mnemonic.Popad:
                return state.WithoutAll().Moved(-32);
            case Mnemonic.Pop when register == Register.EBP && state.AddressRegister == Register.EBP:
            case Mnemonic.Leave when state.AddressRegister == Register.EBP:
                return state.With(Register.ESP, state.Distance - 4).With(FrameState.Number(Register.EBP), null).Moved(0);
            case Mnemonic.Pop:
                return (IsKept(register) ? state.With(FrameState.Number(register), null) : state).Moved(-4);
            case Mnemonic.Mov when register == Register.EBP && IsStackPointer(instruction, 1) && state.AddressRegister == Register.ESP:
                return state.With(Register.EBP, state.Distance);
            case Mnemonic.Mov when register == Register.ESP && instruction.Op1Kind == OpKind.Register && instruction.Op1Register == Register.EBP
                && state.AddressRegister == Register.EBP:
                return state.With(Register.ESP, state.Distance).Moved(0);
            case Mnemonic.Sub when register == Register.ESP && instruction.Op1Kind != OpKind.Register:
                return state.Moved((int)instruction.GetImmediate(1));
            case Mnemonic.Add when register == Register.ESP && instruction.Op1Kind != OpKind.Register:
                return state.Moved(-(int)instruction.GetImmediate(1));
            case Mnemonic.Lea when register == Register.ESP && instruction.MemoryBase == Register.ESP && instruction.MemoryIndex == Register.None:
                return state.Moved(-(int)instruction.MemoryDisplacement32);
            case Mnemonic.Call:
                return AfterCall(state, instruction, body);
            default:
                return instruction.IsStackInstruction ? state.Moved(-instruction.StackPointerIncrement) : state;
        }
    }

    /// <summary>Nobody says what a callee by pointer takes: then it is all that lies above the frame of the body.</summary>
    private FrameState AfterCall(FrameState state, in Instruction call, FrameState body)
    {
        if (state.AddressRegister != Register.ESP)
            return state;
        var taken = call.Op0Kind == OpKind.NearBranch32 ? FindTaken(call.NearBranch32, TailCallLimit) : null;
        taken ??= body.AddressRegister == Register.ESP ? Math.Max(0, state.Distance - body.Distance) : 0;
        return state.Moved(-taken.Value);
    }

    private int? FindTaken(uint address, int limit)
    {
        if (limit == 0 || !_functions.TryGetValue(address, out var callee))
            return null;
        foreach (var instruction in callee.Instructions)
        {
            if (instruction.FlowControl == FlowControl.Return && instruction.Mnemonic == Mnemonic.Ret)
                return instruction.OpCount == 0 ? 0 : instruction.Immediate16;
        }

        var tail = callee.Instructions.Where(instruction => instruction.FlowControl == FlowControl.UnconditionalBranch
            && (instruction.NearBranch32 < address || instruction.NearBranch32 >= callee.Function.End));
        return tail.Select(instruction => FindTaken(instruction.NearBranch32, limit - 1)).FirstOrDefault(taken => taken is not null);
    }

    private static bool Ends(in Instruction instruction) =>
        instruction.FlowControl is FlowControl.Return or FlowControl.UnconditionalBranch or FlowControl.IndirectBranch or FlowControl.Exception;

    private static int LowestSaved(FrameState state)
    {
        var lowest = -state.Distance;
        for (var register = 0; register < FrameState.InstructionPointer; register++)
            lowest = Math.Min(lowest, state.SavedAt(register) ?? 0);
        return lowest;
    }

    private static bool IsStackPointer(in Instruction instruction, int operand) =>
        instruction.GetOpKind(operand) == OpKind.Register && instruction.GetOpRegister(operand) == Register.ESP;

    /// <summary>Whether a callee hands a register back as it was.</summary>
    private static bool IsKept(Register register) => register is Register.EBX or Register.EBP or Register.ESI or Register.EDI;
}
