using Iced.Intel;
using Nanokernel.Abi;
using Nanokernel.Testing;
using Nanokernel.X86.Toolchain;

namespace Nanokernel.Measurements;

/// <summary>The longest stretch of kernel code between two moments at which interrupts can come, and the way through the boot.</summary>
public static class InterruptsOff
{
    // The loop that measures the counter's rate runs ten million instructions, and the road to a partition is counted without it. The first of
    // its functions may have been inlined into the second.
    private static readonly string[] Calibration = ["IntervalTimer.Measure", "Clock.TryInitialize"];
    private const string Delay = "nk_delay";

    /// <summary>Measures the system of everything on each back end.</summary>
    public static async Task<IReadOnlyList<Metric>> MeasureAsync()
    {
        var stretches = new List<Stretch>();
        var toCounter = 0;
        foreach (var (backEnd, system) in EverythingSystem.BackEnds)
        {
            var (toFirstReading, found) = await TraceAsync(backEnd, system);
            toCounter = toCounter == 0 ? toFirstReading : toCounter;
            stretches.AddRange(found);
        }

        var fromCounter = (await Guest.RunAsync(First))["boot"].Single();
        var longest = stretches.MaxBy(stretch => stretch.Instructions)!;
        var longestWithoutFault = stretches
            .Where(stretch => !stretch.Path.Contains("Fault", StringComparison.Ordinal))
            .MaxBy(stretch => stretch.Instructions)!;
        return
        [
            Metric.Instructions("boot_to_first_partition_instructions", toCounter + fromCounter),
            Metric.Instructions("interrupts_off_longest_instructions", longest.Instructions),
            new Metric("interrupts_off_longest_path", longest.Path, "functions"),
            Metric.Instructions("interrupts_off_longest_without_fault_instructions", longestWithoutFault.Instructions),
            new Metric("interrupts_off_longest_without_fault_path", longestWithoutFault.Path, "functions"),
        ];
    }

    private static async Task<(int ToFirstReading, IReadOnlyList<Stretch> Longest)> TraceAsync(string backEnd, SourceSystem system)
    {
        var kernel = system.Build(CompilerMode.Release).Kernel;
        var text = kernel.Segments.Single(segment => segment.Access == SegmentAccess.ReadExecute);
        var calibration = Calibration
            .Select(name => kernel.Symbols.FirstOrDefault(symbol => symbol.IsFunction && symbol.DisplayName.EndsWith(name, StringComparison.Ordinal)))
            .FirstOrDefault(symbol => symbol is not null)
            ?? throw new InvalidOperationException("The kernel has none of the functions " + string.Join(", ", Calibration));
        var delay = kernel.Symbols.First(symbol => symbol.IsFunction && symbol.Name == Delay);
        var trace = await ExecutionTrace.OfAsync(
            system,
            EverythingSystem.Equip,
            [(text.Address - VirtualMemoryMap.KernelBase, text.MemoryBytes), .. Without(text, calibration, delay)]);

        // Until paging is on, the kernel runs at its physical addresses.
        trace = [.. trace.Select(address => address < VirtualMemoryMap.KernelBase ? address + VirtualMemoryMap.KernelBase : address)];
        var mnemonics = Decode(text, trace);
        var toFirstReading = trace.TakeWhile(address => mnemonics[address] != Mnemonic.Rdtsc).Count();

        // The first piece is the boot.
        var longest = Cut(kernel, trace, mnemonics)
            .Skip(1)
            .OrderByDescending(piece => piece.Count)
            .Take(200)
            .Select(piece => new Stretch(piece.Count, $"{backEnd}: {PathOf(kernel, piece)}"))
            .ToList();
        return (toFirstReading, longest);
    }

    private static IEnumerable<(uint Start, uint Bytes)> Without(LinkedSegment text, params IEnumerable<LinkedSymbol> functions)
    {
        var start = text.Address;
        foreach (var function in functions.OrderBy(function => function.Address))
        {
            yield return (start, function.Address - start);
            start = function.Address + function.Size;
        }

        yield return (start, text.Address + text.MemoryBytes - start);
    }

    // From the kernel's first reading of the counter, which partitions see as the time of boot, to the first statement of Main.
    private static readonly SourceSystem First = new SourceSystem("bench-boot").Partition(
        "first",
        $$"""
        [Partition]
        static unsafe partial class First
        {
            static void Main()
            {
                var now = Counter.Read();
                Console.WriteLine($"boot: {now - (uint)((Nanokernel.Abi.InformationPage*)Nanokernel.Abi.VirtualMemoryMap.InformationPage)->TscAtBoot}");
            }
        }

        {{Guest.Counter}}
        """);

    // Decodes what was executed, and nothing else: between functions are data that look like instructions.
    private static Dictionary<uint, Mnemonic> Decode(LinkedSegment text, IEnumerable<uint> addresses) =>
        addresses.Distinct().ToDictionary(address => address, address =>
        {
            var code = text.Data.AsSpan((int)(address - text.Address));
            return Iced.Intel.Decoder.Create(32, new ByteArrayCodeReader(code[..Math.Min(code.Length, 15)].ToArray()), address).Decode().Mnemonic;
        });

    // Pieces that end with the instruction behind which interrupts are on again. What follows the last such instruction, the end of the
    // system, is no piece. Recovery runs in ring 1 with interrupts on, but between its CLI and POPFD: what goes on there behind an IRETD is no
    // piece until it holds interrupts or an entry of ring 0 comes.
    private static IEnumerable<List<uint>> Cut(LinkedImage kernel, IReadOnlyList<uint> trace, Dictionary<uint, Mnemonic> mnemonics)
    {
        var entries = kernel.Symbols.Where(symbol => IsEntry(symbol.DisplayName)).Select(symbol => symbol.Address).ToHashSet();
        var piece = new List<uint>();
        var (returned, recovers, holds) = (false, false, false);
        foreach (var address in trace)
        {
            if (entries.Contains(address))
                (recovers, holds) = (false, false);
            else if (returned)
                recovers = true;
            returned = mnemonics[address] == Mnemonic.Iretd;
            holds |= recovers && mnemonics[address] == Mnemonic.Cli;
            if (recovers && !holds)
                continue;

            piece.Add(address);
            if (recovers ? mnemonics[address] != Mnemonic.Popfd : mnemonics[address] is not (Mnemonic.Iretd or Mnemonic.Sti))
                continue;
            yield return piece;
            piece = [];
            holds = false;
        }
    }

    private static bool IsEntry(string symbol) =>
        symbol.StartsWith("nk_interrupt_", StringComparison.Ordinal) || symbol.StartsWith("nk_exception_", StringComparison.Ordinal)
        || symbol is "nk_hypercall_entry" or "nk_recovered_entry";

    // The functions in the order in which they are first entered, each with the instructions that it ran itself.
    private static string PathOf(LinkedImage kernel, List<uint> stretch)
    {
        var functions = stretch.GroupBy(address => kernel.FindFunction(address)?.DisplayName ?? $"0x{address:X8}");
        return string.Join(" > ", functions.Select(function => $"{function.Key} {function.Count()}"));
    }

    private sealed record Stretch(int Instructions, string Path);
}
