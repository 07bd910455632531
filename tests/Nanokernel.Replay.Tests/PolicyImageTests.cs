using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Nanokernel.Kernel.Simulation;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Replay.Tests;

/// <summary>
/// The same kernel sources with the same sequences, compiled for IA-32 by the ahead-of-time compiler and run in a partition. One number
/// stands for all decisions of some seeds: it has to be the one that comes out here.
/// </summary>
[Collection("The kernel's static fields")]
public class PolicyImageTests
{
    /// <summary>The seeds are 1 to this.</summary>
    public const int SeedCount = 2_000;

    private const int SeedsALine = 100;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    // The kernel's methods have the names that its stubs use; here the linker finds them.
    private static readonly string Program = $$"""
        [Partition]
        static partial class Policies
        {
            static void Main()
            {
                for (var line = 0; line < {{SeedCount / SeedsALine}}; line++)
                {
                    var hash = 0ul;
                    for (var seed = (line * {{SeedsALine}}) + 1; seed <= (line + 1) * {{SeedsALine}}; seed++)
                        hash = (hash * 31) + Nanokernel.Kernel.Simulation.Decisions.HashOf((uint)seed);
                    Console.WriteLine($"seeds {(line * {{SeedsALine}}) + 1} to {(line + 1) * {{SeedsALine}}}: {hash:X16}");
                }
            }
        }

        namespace Nanokernel.Kernel.Simulation
        {
            static unsafe class KernelEntries
            {
                {{Import("nk_timer_interrupt", "void Timer()")}}
                {{Import("nk_edge_interrupt", "void Edge(uint line, int owner)")}}
                {{Import("nk_level_interrupt", "void Level(uint line, int owner)")}}
                {{Import("nk_serve_yield", "void Yield()")}}
                {{Import("nk_serve_wait", "void Wait(uint low, uint high)")}}
                {{Import("nk_serve_set_timer", "void SetTimer(uint low, uint high)")}}
                {{Import("nk_serve_notify", "void Notify(uint end, uint peers)")}}
                {{Import("nk_serve_unmask_interrupt", "void Unmask(uint line)")}}
                {{Import("nk_serve_mask_interrupt", "void Mask(uint line)")}}
                {{Import("nk_serve_acquire_lock", "void AcquireLock(uint low, uint high)")}}
                {{Import("nk_serve_release_lock", "void ReleaseLock(uint end)")}}
                {{Import("nk_serve_exit", "void Exit(uint exitCode)")}}
                {{Import("nk_serve_unknown", "void Other()")}}
            }
        }
        """;

    private static readonly SourceSystem System = new SourceSystem("policies").Partition(
        "policies",
        [Program, .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Sources"), "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText)],
        partition => partition.WithMemory(24.MiB()));

    [Theory]
    [InlineData(CompilerMode.Debug)]
    [InlineData(CompilerMode.Release)]
    public async Task The_kernels_sources_decide_in_an_image_as_on_the_host(CompilerMode mode)
    {
        await using var machine = await System.StartAsync(mode, options => options with { CountInstructions = false }, TestContext.Current.CancellationToken);
        Assert.Equal(0, await machine.WaitForExitAsync(Limit, TestContext.Current.CancellationToken));
        var expected = Enumerable.Range(0, SeedCount / SeedsALine).Select(line =>
            $"[policies] seeds {(line * SeedsALine) + 1} to {(line + 1) * SeedsALine}: {Hash(line):X16}");
        Assert.Equal(expected, machine.DebugConsole.Lines.Where(line => line.StartsWith("[policies] ", StringComparison.Ordinal)));
    }

    private static ulong Hash(int line) => Enumerable.Range((line * SeedsALine) + 1, SeedsALine)
        .Aggregate(0ul, (hash, seed) => (hash * 31) + Decisions.HashOf((uint)seed));

    private static string Import(string symbol, string signature) =>
        $"[System.Runtime.RuntimeImport(\"{symbol}\")] [MethodImpl(MethodImplOptions.InternalCall)] public static extern {signature};";
}
