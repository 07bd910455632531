using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Measurements;
using Nanokernel.Testing;
using Nanokernel.X86.Toolchain;
using Xunit;

namespace Nanokernel.Image.Tests.Kernel;

/// <summary>The stacks of the kernel hold what its calls take, in the system that has everything; and what the compiler makes of large locals is seen.</summary>
public class KernelStackTests
{
    // Kernel/Recovery.cs; Stubs/DescriptorTables.cs.
    private const uint RecoveryStackBytes = 1024;
    private const uint KernelStackBytes = 4096;

    // Arguments, alignment, and the frame of a fault of the kernel itself.
    private const uint Reserve = 256;

    [Theory]
    [CompilerModes]
    public void Every_chain_of_calls_fits_with_a_reserve(CompilerMode mode)
    {
        Assert.All(EverythingSystem.BackEnds.Values, system =>
        {
            var kernel = system.Build(mode).Kernel;
            var stack = new StackBound(kernel);
            Assert.True(kernel.TryFindSymbol("nk_recovery_entry", out var recovery));
            var (bytes, functions) = stack.From(recovery.Address);
            Assert.True(bytes + Reserve <= RecoveryStackBytes, $"{bytes} bytes: {string.Join(" > ", functions)}");
            Assert.All(kernel.Symbols.Where(symbol => symbol.IsFunction), symbol =>
            {
                var (deepest, chain) = stack.From(symbol.Address);
                Assert.True(deepest + Reserve <= KernelStackBytes, $"{deepest} bytes: {string.Join(" > ", chain)}");
            });
        });
    }

    [Theory]
    [CompilerModes]
    public void A_large_local_counts_in_the_chain_that_leads_to_it(CompilerMode mode)
    {
        var partition = Large.Build(mode).Partitions.Single();

        var (bytes, functions) = new StackBound(partition).From(partition.EntryAddress);

        Assert.InRange(bytes, 100_000u, 101_000u);
        Assert.Contains("Large.Fill", functions);
    }

    private static readonly SourceSystem Large = new SourceSystem("large-local").Partition("large", """
        [Partition]
        static partial class Large
        {
            static void Main() => Console.WriteLine($"{Fill(3)}");

            [MethodImpl(MethodImplOptions.NoInlining)]
            static int Fill(byte value)
            {
                Picture picture = default;
                foreach (ref var one in (Span<byte>)picture)
                    one = value;
                return picture[77];
            }

            [InlineArray(100_000)]
            struct Picture
            {
                private byte _first;
            }
        }
        """, partition => partition.WithStack(128.KiB()));
}
