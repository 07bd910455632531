using Iced.Intel;

namespace Nanokernel.X86.Toolchain;

/// <summary>
/// What a chain of calls takes of the stack: the frames of functions and their return addresses, along calls that name what they call. What
/// calls itself counts once, and calls through pointers, arguments and alignment not at all. So more than a bound may be needed, and less only
/// where a chain is one that the program never takes.
/// </summary>
internal sealed class StackBound
{
    private const uint AddressBytes = 4;

    private readonly Dictionary<uint, Frame> _frames;
    private readonly Dictionary<uint, (uint Bytes, uint Next)> _deepest = [];
    private readonly HashSet<uint> _open = [];

    /// <summary>Reads the frames of an image.</summary>
    public StackBound(LinkedImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        _frames = InstructionWalker.Walk(image)
            .GroupBy(found => found.Function, found => found.Instruction)
            .ToDictionary(function => function.Key.Address, function => Frame.Of(function.Key, [.. function]));
    }

    /// <summary>The deepest chain from a function on; nothing where no function begins at the address.</summary>
    /// <returns>Its bytes, and the functions from the outermost on.</returns>
    public (uint Bytes, IReadOnlyList<string> Functions) From(uint address)
    {
        var bytes = Find(address);
        var functions = new List<string>();
        for (var next = address; _frames.TryGetValue(next, out var frame); next = _deepest[next].Next)
            functions.Add(frame.Name);
        return (bytes, functions);
    }

    private uint Find(uint address)
    {
        if (_deepest.TryGetValue(address, out var known))
            return known.Bytes;
        if (!_frames.TryGetValue(address, out var frame))
            return 0;
        _open.Add(address);
        var (bytes, next) = (frame.Bytes, 0u);
        foreach (var (target, isCall) in frame.Targets.Where(target => !_open.Contains(target.Target)))
        {
            // A jump to another function leaves the frame first.
            var through = isCall ? frame.Bytes + AddressBytes + Find(target) : Find(target);
            if (through > bytes)
                (bytes, next) = (through, target);
        }

        _open.Remove(address);
        _deepest[address] = (bytes, next);
        return bytes;
    }

    private sealed record Frame(string Name, uint Bytes, IReadOnlyList<(uint Target, bool IsCall)> Targets)
    {
        // From three pages on a call touches them one after the other.
        private const uint LargeFrameBytes = 3 * 4096;

        public static Frame Of(LinkedSymbol function, Instruction[] instructions)
        {
            var end = function.Address + function.Size;
            var targets = instructions
                .Where(instruction => instruction.FlowControl is FlowControl.Call or FlowControl.UnconditionalBranch or FlowControl.ConditionalBranch)
                .Where(instruction => instruction.Op0Kind == OpKind.NearBranch32)
                .Select(instruction => (instruction.NearBranch32, IsCall: instruction.FlowControl == FlowControl.Call))
                .Where(target => target.IsCall || target.NearBranch32 < function.Address || target.NearBranch32 >= end)
                .Distinct()
                .ToList();
            return new Frame(function.DisplayName, BytesOf(instructions), targets);
        }

        /// <summary>What is pushed and set aside before anything is called or decided. Of a large frame the compiler computes the end first.</summary>
        private static uint BytesOf(Instruction[] instructions)
        {
            var bytes = 0u;
            foreach (var instruction in instructions)
            {
                if (instruction.Mnemonic == Mnemonic.Push)
                    bytes += AddressBytes;
                else if (instruction.Mnemonic == Mnemonic.Sub && instruction.Op0Register == Register.ESP && instruction.Op1Kind is OpKind.Immediate8to32 or OpKind.Immediate32)
                    bytes += (uint)instruction.GetImmediate(1);
                else if (instruction.Mnemonic == Mnemonic.Lea && instruction.MemoryBase == Register.ESP && (int)instruction.MemoryDisplacement32 < 0)
                    bytes += (uint)-(int)instruction.MemoryDisplacement32;
                else if (instruction.FlowControl is FlowControl.ConditionalBranch or FlowControl.UnconditionalBranch or FlowControl.Return
                    || (instruction.FlowControl == FlowControl.Call && bytes < LargeFrameBytes))
                    break;
            }

            return bytes;
        }

    }
}
