using System.Globalization;
using Nanokernel.Testing;
using Nanokernel.X86.Emulation;

namespace Nanokernel.Benchmarks;

/// <summary>Every instruction that the processor executes in some ranges of addresses, as QEMU logs it.</summary>
internal static class ExecutionTrace
{
    /// <summary>Runs a system and reads the addresses of the executed instructions, in order.</summary>
    /// <param name="system">The system.</param>
    /// <param name="ranges">Ranges of virtual addresses.</param>
    public static async Task<IReadOnlyList<uint>> OfAsync(SourceSystem system, IEnumerable<(uint Start, uint Bytes)> ranges)
    {
        var log = Path.Combine(Path.GetTempPath(), $"nanokernel-trace-{Guid.NewGuid():N}.log");
        try
        {
            var filter = string.Join(',', ranges.Select(range => string.Create(CultureInfo.InvariantCulture, $"0x{range.Start:x}+0x{range.Bytes:x}")));
            await using (var machine = await system.StartAsync(
                CompilerMode.Release,
                options => options with { ExtraArguments = ["-singlestep", "-d", "exec,nochain", "-dfilter", filter, "-D", log] }))
            {
                await machine.WaitForExitAsync(TimeSpan.FromMinutes(5));
            }

            // Trace 0: 0x7f0123456789 [00000000/c0101234/00000033/ff000000]
            return [.. File.ReadLines(log)
                .Where(line => line.StartsWith("Trace ", StringComparison.Ordinal))
                .Select(line => uint.Parse(line.Split('/', 3)[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
        }
        finally
        {
            File.Delete(log);
        }
    }
}
