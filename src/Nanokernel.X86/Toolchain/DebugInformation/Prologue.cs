using Iced.Intel;

namespace Nanokernel.X86.Toolchain;

/// <summary>The first instructions of a function, which save registers and make room on the stack.</summary>
internal static class Prologue
{
    /// <summary>Whether an instruction that no other kind precedes belongs to it.</summary>
    public static bool Includes(in Instruction instruction) => instruction.Mnemonic switch
    {
        Mnemonic.Push => instruction.Op0Kind == OpKind.Register,
        Mnemonic.Mov => instruction.Op0Kind == OpKind.Register && instruction.Op0Register == Register.EBP
            && instruction.Op1Kind == OpKind.Register && instruction.Op1Register == Register.ESP,
        Mnemonic.Sub => instruction.Op0Kind == OpKind.Register && instruction.Op0Register == Register.ESP,
        _ => false,
    };

    /// <summary>The addresses of its instructions, and that behind it: at least the function's.</summary>
    public static IEnumerable<uint> AddressesIn(DebugFunction function)
    {
        yield return function.Address;
        foreach (var instruction in Decode(function).TakeWhile(instruction => Includes(instruction)))
            yield return instruction.NextIP32;
    }

    /// <summary>The instructions of a function.</summary>
    public static IEnumerable<Instruction> Decode(DebugFunction function) =>
        InstructionWalker.Decode(function.Code.ToArray(), 0, function.Code.Length, function.Address);
}
