using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Kernel;

/// <summary>The state of x87 and SSE belongs to a partition: it survives preemption by others that use them too.</summary>
public class FloatingPointTests
{
    private const int Rounds = 200_000;

    private static readonly SourceSystem Computing = new SourceSystem("floating-point")
        .Partition("patient", Computer("Patient", 3.7), partition => partition.WithPriority(new Priority(10)))
        .Partition("equal", Computer("Equal", 3.9), partition => partition.WithPriority(new Priority(10)))
        .Partition(
            "urgent",
            """
            [Partition]
            static partial class Urgent
            {
                static void Main()
                {
                    var x = 0.25;
                    var ticks = 0;
                    foreach (var tick in Clock.Every(TimeSpan.FromTicks(200)))
                    {
                        for (var i = 0; i < 10; i++)
                            x = 3.8 * x * (1 - x);
                        if (++ticks == 100)
                            break;
                    }

                    Console.WriteLine($"bits {BitConverter.DoubleToInt64Bits(x)}");
                }
            }
            """,
            partition => partition.WithPriority(new Priority(20)));

    [Theory]
    [CompilerModes]
    public async Task Preempted_computations_have_the_results_that_they_have_on_the_host(CompilerMode mode)
    {
        var run = await TestRun.OfAsync(Computing, mode);
        run.ExitedWith(0);
        Assert.Equal(Compute(3.7, 0.5, Rounds), run.Number("[patient] bits"));
        Assert.Equal(Compute(3.9, 0.5, Rounds), run.Number("[equal] bits"));
        Assert.Equal(Compute(3.8, 0.25, 1000), run.Number("[urgent] bits"));
    }

    private static long Compute(double growth, double start, int rounds)
    {
        var x = start;
        for (var i = 0; i < rounds; i++)
            x = growth * x * (1 - x);
        return BitConverter.DoubleToInt64Bits(x);
    }

    private static string Computer(string type, double growth) => FormattableString.Invariant($$"""
        [Partition]
        static partial class {{type}}
        {
            static void Main()
            {
                var x = 0.5;
                for (var i = 0; i < {{Rounds}}; i++)
                {
                    x = {{growth}} * x * (1 - x);
                    if (i % 1000 == 0)
                        Processor.Yield();
                }

                Console.WriteLine($"bits {BitConverter.DoubleToInt64Bits(x)}");
            }
        }
        """);
}
