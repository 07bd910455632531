using System.Net;
using System.Net.Sockets;
using CliWrap;
using CliWrap.Buffered;
using Nanokernel.Testing;
using Nanokernel.X86.CommandLine;
using Nanokernel.X86.Emulation;
using Xunit;

namespace Nanokernel.Image.Tests.Infrastructure;

/// <summary>gdb with a list of commands, connected to an image by the script that <c>run --gdb</c> writes.</summary>
internal static class Gdb
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    /// <summary>Runs the commands on a machine that waits for them.</summary>
    /// <returns>What gdb printed, each line by itself.</returns>
    public static async Task<string[]> RunAsync(SourceSystem system, CompilerMode mode, params string[] commands)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var port = FreePort();
        var image = system.Build(mode).ImagePath;
        var script = GdbScript.Write(image, port);
        await using var machine = await system.StartAsync(mode, options => options with { GdbPort = port, CountInstructions = false }, cancellation);

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Limit);
        var result = await Cli.Wrap("gdb")
            .WithArguments(["-nx", "-batch", "-ex", "set width 0", "-x", script, .. commands.SelectMany(command => new[] { "-ex", command })])
            .WithEnvironmentVariables(variables => variables.Set("LC_ALL", "C"))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(limit.Token);
        TestContext.Current.SendDiagnosticMessage("{0}", result.StandardError);
        return [.. $"{result.StandardOutput}\n{result.StandardError}".Split('\n').Select(line => line.TrimEnd())];
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
