using CliWrap;
using CliWrap.Buffered;
using Nanokernel.Testing;
using Nanokernel.X86.Emulation;
using Xunit;

namespace Nanokernel.Image.Tests.Samples;

/// <summary>The sample samples/WithoutMSBuild: an image from a program that references Nanokernel.X86 and nothing else.</summary>
public class WithoutMSBuildTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_makes_an_image_that_boots()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "without-msbuild");
        var partition = PartitionCompiler.Compile(folder, "Only", """
            [Partition]
            static partial class Only
            {
                static void Main() => Console.WriteLine("no MSBuild was needed");
            }
            """);
        var image = Path.Combine(folder, "only.elf");

        var program = Path.Combine(AppContext.BaseDirectory, "WithoutMSBuild.dll");
        await Cli.Wrap("dotnet").WithArguments(["exec", program, partition.AssemblyPath, image]).ExecuteBufferedAsync(Cancellation);

        await using var machine = await QemuMachine.StartAsync(new QemuOptions { Image = image }, Cancellation);
        Assert.Equal(0, await machine.WaitForExitAsync(Limit, Cancellation));
        Assert.Contains("no MSBuild was needed", machine.DebugConsole.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finding_is_printed_and_no_image_is_made()
    {
        var image = Path.Combine(AppContext.BaseDirectory, "without-msbuild", "none.elf");
        var program = Path.Combine(AppContext.BaseDirectory, "WithoutMSBuild.dll");
        var result = await Cli.Wrap("dotnet")
            .WithArguments(["exec", program, "no-such-partition.dll", image])
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(Cancellation);

        Assert.Equal(1, result.ExitCode);
        Assert.Matches("error NK0[0-9]{3}: .*no-such-partition.dll", result.StandardError);
        Assert.False(File.Exists(image));
    }
}
