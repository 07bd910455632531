using System.Globalization;
using Nanokernel.Testing;
using Nanokernel.X86.Emulation;

namespace Nanokernel.Measurements;

/// <summary>Runs systems in instruction-count mode, and the C# that all of them share.</summary>
public static class Guest
{
    /// <summary>Members for partitions that read the time-stamp counter, which counts instructions there.</summary>
    public const string Counter = """
        static unsafe class Counter
        {
            // Constants in the partition's code are run as instructions: nothing but them lies between two readings.
            public static uint Run(ReadOnlySpan<byte> code) => ((delegate*<uint>)Unsafe.AsPointer(ref MemoryMarshal.GetReference(code)))();

            // rdtsc; ret
            public static uint Read() => Run([0x0F, 0x31, 0xC3]);
        }
        """;

    /// <summary>Runs a system to its end and collects the numbers that its partitions printed as <c>name: number</c>.</summary>
    /// <param name="system">The system.</param>
    /// <param name="configure">What the machine has more.</param>
    /// <param name="limit">How long it may take; two minutes, unless stated otherwise.</param>
    public static async Task<ILookup<string, long>> RunAsync(
        SourceSystem system, Func<QemuOptions, QemuOptions>? configure = null, TimeSpan? limit = null)
    {
        await using var machine = await system.StartAsync(CompilerMode.Release, configure);
        var code = await machine.WaitForExitAsync(limit ?? TimeSpan.FromMinutes(2));
        return code == 0
            ? machine.DebugConsole.Lines
                .Select(line => line.Split("] ", 2)[^1].Split(": ", 2))
                .Where(parts => parts.Length == 2 && long.TryParse(parts[1], CultureInfo.InvariantCulture, out _))
                .ToLookup(parts => parts[0], parts => long.Parse(parts[1], CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"The system ended with code {code}:\n{machine.DebugConsole.Text}");
    }

    /// <summary>The middle one of some numbers.</summary>
    public static long Median(IEnumerable<long> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    /// <summary>The middle one of some numbers.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
