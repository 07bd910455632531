using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Samples;

/// <summary>The sample samples/EmulatedPrinter.</summary>
public class EmulatedPrinterTests
{
    // As samples/EmulatedPrinter/EmulatedPrinter/Program.cs has it.
    private static readonly SourceSystem Printing = new SourceSystem("emulated-printer")
        .Partition("legacy", SampleSource.Of("EmulatedPrinter", "Legacy"), partition => partition.WithMemory(512.KiB()).HandlesExceptions());

    [Theory]
    [CompilerModes]
    public async Task What_goes_to_ports_that_nobody_owns_is_printed(CompilerMode mode) =>
        (await TestRun.OfAsync(Printing, mode)).ExitedWith(0)
            .Printed("[legacy] printed: Quarterly report")
            .Printed("[legacy] printed: All figures as last year.")
            .Printed("[legacy] 172 accesses to ports emulated");
}
