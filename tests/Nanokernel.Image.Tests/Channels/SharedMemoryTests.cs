using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Channels;

/// <summary>Memory that partitions share.</summary>
public class SharedMemoryTests
{
    [Theory]
    [CompilerModes]
    public async Task Everyone_sees_the_same_memory_at_its_own_address_and_may_do_what_was_declared(CompilerMode mode)
    {
        var run = await TestRun.OfAsync(System, mode);

        run.Printed("[writer] at B6000000, 2048 values")
            .Printed("[reader] at B7000000: 42 and 7, of 2048")
            .Printed("[other] 42 at the layout's address: True");
        Assert.Contains(run.Debug, line => line.Contains("partition 'reader'", StringComparison.Ordinal) && line.Contains("#PF", StringComparison.Ordinal));
    }

    private static readonly SourceSystem System = new SourceSystem("shared-memory")
        .Partition(
            "writer",
            """
            [Partition]
            static unsafe partial class Writer
            {
                [Shares("table")]
                static partial SharedMemory<int> Table { get; }

                static void Main()
                {
                    Table.Value = 42;
                    Table.Span[^1] = 7;
                    Console.WriteLine($"at {(uint)Table.Pointer:X8}, {Table.Span.Length} values");
                }
            }
            """,
            partition => partition.WithPriority(Priority.High))
        .Partition(
            "reader",
            """
            [Partition]
            static unsafe partial class Reader
            {
                [Views("table")]
                static partial ReadOnlySharedMemory<int> Table { get; }

                static void Main()
                {
                    Console.WriteLine($"at {(uint)Table.Pointer:X8}: {Table.Value} and {Table.Span[^1]}, of {Table.Span.Length}");
                    *Table.Pointer = 1;
                }
            }
            """)
        .Partition(
            "other",
            """
            [Partition]
            static unsafe partial class Other
            {
                [Shares("table")]
                static partial SharedMemory<int> Table { get; }

                static void Main() => Console.WriteLine($"{Table.Value} at the layout's address: {(uint)Table.Pointer < 0xB6000000}");
            }
            """,
            partition => partition.WithPriority(Priority.Background))
        .With((system, partitions) => system.AddSharedMemory("table", 8.KiB())
            .ReadWrite(partitions["writer"], 0xB600_0000).ReadOnly(partitions["reader"], 0xB700_0000).ReadWrite(partitions["other"]));
}
