using Iced.Intel;
using Nanokernel.Testing;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.Benchmarks;

/// <summary>The longest stretch of kernel code between two moments at which interrupts can come, and the way through the boot.</summary>
internal static class InterruptsOff
{
    // The loop that measures the counter's rate runs ten million instructions, and the road to a partition is counted without it.
    private static readonly string[] Calibration = ["IntervalTimer.Measure", "Clock.Initialize"];

    public static async Task<IReadOnlyList<Metric>> MeasureAsync()
    {
        var kernel = EverythingSystem.Create().Build(CompilerMode.Release).Kernel;
        var text = kernel.Segments.Single(segment => segment.Access == SegmentAccess.ReadExecute);
        var instructions = Decode(text);
        var calibration = Calibration
            .Select(name => kernel.Symbols.FirstOrDefault(symbol => symbol.IsFunction && symbol.DisplayName.EndsWith(name, StringComparison.Ordinal)))
            .FirstOrDefault(symbol => symbol is not null)
            ?? throw new InvalidOperationException("The kernel has none of the functions " + string.Join(", ", Calibration));
        var trace = await ExecutionTrace.OfAsync(EverythingSystem.Create(),
        [
            (text.Address, calibration.Address - text.Address),
            (calibration.Address + calibration.Size, text.Address + text.MemoryBytes - calibration.Address - calibration.Size),
        ]);

        var stretches = Cut(trace, instructions).Skip(1).ToList();
        var longest = stretches.MaxBy(stretch => stretch.Count)!;
        var longestWithoutFault = stretches
            .Where(stretch => !PathOf(kernel, stretch).Contains("Fault", StringComparison.Ordinal))
            .MaxBy(stretch => stretch.Count)!;
        return
        [
            Metric.Instructions("interrupts_off_longest_instructions", longest.Count),
            new Metric("interrupts_off_longest_path", PathOf(kernel, longest), "functions"),
            Metric.Instructions("interrupts_off_longest_without_fault_instructions", longestWithoutFault.Count),
            new Metric("interrupts_off_longest_without_fault_path", PathOf(kernel, longestWithoutFault), "functions"),
        ];
    }

    private static Dictionary<uint, Instruction> Decode(LinkedSegment text)
    {
        var decoder = Iced.Intel.Decoder.Create(32, new ByteArrayCodeReader(text.Data), text.Address);
        var instructions = new Dictionary<uint, Instruction>();
        while (decoder.IP < text.Address + (uint)text.Data.Length)
        {
            var instruction = decoder.Decode();
            instructions[instruction.IP32] = instruction;
        }

        return instructions;
    }

    // Pieces that end with the instruction behind which interrupts are on again. What follows the last such instruction, the end of the
    // system, is no piece.
    private static IEnumerable<List<uint>> Cut(IReadOnlyList<uint> trace, Dictionary<uint, Instruction> instructions)
    {
        var piece = new List<uint>();
        foreach (var address in trace)
        {
            piece.Add(address);
            if (instructions[address].Mnemonic is not (Mnemonic.Iretd or Mnemonic.Sti))
                continue;
            yield return piece;
            piece = [];
        }
    }

    // The functions in the order in which they are first entered, each with the instructions that it ran itself.
    private static string PathOf(LinkedImage kernel, List<uint> stretch)
    {
        var functions = stretch.GroupBy(address => kernel.FindFunction(address)?.DisplayName ?? $"0x{address:X8}");
        return string.Join(" > ", functions.Select(function => $"{function.Key} {function.Count()}"));
    }
}
