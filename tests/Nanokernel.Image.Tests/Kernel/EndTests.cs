using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Kernel;

/// <summary>How partitions end, and what that makes of the system.</summary>
public class EndTests
{
    private static readonly SourceSystem Returning = One("returning", """Console.WriteLine("done");""");

    private static readonly SourceSystem Exiting = One("exiting", "Environment.Exit(5);")
        .Partition("other", Source("Other", """Console.WriteLine("other: done");"""), partition => partition.WithPriority(Priority.Background));

    private static readonly SourceSystem Ending = One("ending", "Machine.EndSystem(42);", partition => partition.MayEndSystem().WithPriority(Priority.Background))
        .Partition("other", Source("Other", "while (true) Processor.Wait();"));

    private static readonly SourceSystem Throwing = One("throwing", """throw new InvalidOperationException("the valve is stuck");""");

    private static readonly SourceSystem Failing = One("failing", """Environment.FailFast("no pressure");""");

    private static readonly SourceSystem Allocating = One(
        "allocating", "for (var i = 0; ; i++) { s_last = new byte[1000]; if (i % 8 == 0) Console.WriteLine(\"allocated\"); }",
        partition => partition.WithHeap(16.KiB()));

    [Theory]
    [CompilerModes]
    public async Task A_system_whose_partitions_return_ends_with_0(CompilerMode mode) =>
        (await TestRun.OfAsync(Returning, mode)).Printed("[returning] done").ExitedWith(0);

    [Theory]
    [CompilerModes]
    public async Task The_exit_code_of_a_partition_is_that_of_the_system_once_all_have_ended(CompilerMode mode) =>
        (await TestRun.OfAsync(Exiting, mode)).Printed("other: done").ExitedWith(5);

    [Theory]
    [CompilerModes]
    public async Task A_partition_that_may_end_the_system_does_so_at_once(CompilerMode mode) =>
        (await TestRun.OfAsync(Ending, mode)).ExitedWith(42);

    [Theory]
    [CompilerModes]
    public async Task A_throw_is_a_fault_that_carries_type_message_and_method(CompilerMode mode)
    {
        var run = await TestRun.OfAsync(Throwing, mode);
        run.ExitedWith(101).Printed("fault: partition 'throwing' stopped by an unhandled exception", "InvalidOperationException", "the valve is stuck");
        Assert.Contains(run.RecordOf("throwing"), line => line.Contains("Subject.", StringComparison.Ordinal));
    }

    [Theory]
    [CompilerModes]
    public async Task FailFast_is_a_fault_that_carries_its_message(CompilerMode mode) =>
        (await TestRun.OfAsync(Failing, mode)).ExitedWith(101).Printed("partition 'failing' stopped by Environment.FailFast", "no pressure");

    [Theory]
    [CompilerModes]
    public async Task An_exhausted_heap_is_a_fault(CompilerMode mode) =>
        (await TestRun.OfAsync(Allocating, mode)).ExitedWith(101).Printed("allocated").Printed("partition 'allocating' stopped by an exhausted heap");

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public async Task A_machine_with_too_little_memory_is_refused_in_words(int megabytes)
    {
        var run = await TestRun.OfAsync(Returning, CompilerMode.Release, options => options with { MemoryMegabytes = megabytes });
        run.ExitedWith(103).Printed("cannot run on this machine").DidNotPrint("done");
    }

    private static SourceSystem One(string name, string statements, Func<PartitionBuilder, PartitionBuilder>? configure = null) =>
        new SourceSystem(name).Partition(name, Source("Subject", statements), configure);

    private static string Source(string type, string statements) => $$"""
        [Partition]
        static partial class {{type}}
        {
            static object? s_last;

            static void Main()
            {
                {{statements}}
            }
        }
        """;
}
