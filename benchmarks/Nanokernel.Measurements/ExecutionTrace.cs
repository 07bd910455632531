using System.Globalization;
using System.Text.RegularExpressions;
using CliWrap;
using CliWrap.Buffered;
using Nanokernel.Testing;
using Nanokernel.X86.Emulation;

namespace Nanokernel.Measurements;

/// <summary>Every instruction that the processor executes in some ranges of addresses, as QEMU logs it.</summary>
public static partial class ExecutionTrace
{
    private const string Qemu = "qemu-system-i386";

    // From here on an option of the accelerator says what -singlestep said before; 9.0 no longer knows the old one.
    private static readonly Version FirstWithOption = new(8, 1);

    /// <summary>Runs a system and reads the addresses of the executed instructions, in order.</summary>
    /// <param name="system">The system.</param>
    /// <param name="equip">What the machine has more.</param>
    /// <param name="ranges">Ranges of virtual addresses.</param>
    public static async Task<IReadOnlyList<uint>> OfAsync(
        SourceSystem system, Func<QemuOptions, QemuOptions> equip, IEnumerable<(uint Start, uint Bytes)> ranges)
    {
        var log = Path.Combine(Path.GetTempPath(), $"nanokernel-trace-{Guid.NewGuid():N}.log");
        try
        {
            var filter = string.Join(',', ranges.Select(range => string.Create(CultureInfo.InvariantCulture, $"0x{range.Start:x}+0x{range.Bytes:x}")));
            var oneAtATime = await ChooseOneAtATimeAsync();
            await using (var machine = await system.StartAsync(
                CompilerMode.Release,
                options => equip(options with
                {
                    Executable = Qemu,
                    ExtraArguments = [.. oneAtATime, "-d", "exec,nochain", "-dfilter", filter, "-D", log],
                })))
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

    private static async Task<IReadOnlyList<string>> ChooseOneAtATimeAsync()
    {
        var words = (await Cli.Wrap(Qemu).WithArguments("--version").ExecuteBufferedAsync()).StandardOutput;
        return VersionNumber().Match(words) is { Success: true } number && Version.Parse(number.Groups[1].ValueSpan) < FirstWithOption
            ? ["-singlestep"]
            : ["-accel", "tcg,one-insn-per-tb=on"];
    }

    // QEMU emulator version 7.2.22 (Debian 1:7.2+dfsg-7+deb12u18+b3)
    [GeneratedRegex(@"version (\d+\.\d+)")]
    private static partial Regex VersionNumber();
}
