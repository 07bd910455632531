using System.Net;
using System.Net.Sockets;
using System.Text;
using Nanokernel.Testing;
using Nanokernel.X86.Emulation;
using Xunit;

namespace Nanokernel.Image.Tests.Infrastructure;

/// <summary>
/// QEMU's monitor for people, for what the machine protocol has no words for: <c>info tlb</c>, the page tables in force, and <c>xp</c>,
/// physical memory.
/// </summary>
internal sealed class HumanMonitor : IAsyncDisposable
{
    private const string Prompt = "(qemu) ";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly NetworkStream _stream;

    private HumanMonitor(QemuMachine machine, NetworkStream stream) => (Machine, _stream) = (machine, stream);

    /// <summary>The machine.</summary>
    public QemuMachine Machine { get; }

    /// <summary>Runs a system until it has printed a text.</summary>
    public static async Task<HumanMonitor> StartAsync(
        SourceSystem system, CompilerMode mode, string text, Func<QemuOptions, QemuOptions>? configure = null)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start(1);
        string[] arguments =
        [
            "-chardev", $"socket,id=human,host=127.0.0.1,port={((IPEndPoint)listener.LocalEndpoint).Port}",
            "-mon", "chardev=human,mode=readline",
        ];
        var machine = await system.StartAsync(mode, Connect, cancellation);
        var monitor = new HumanMonitor(machine, new NetworkStream(await listener.AcceptSocketAsync(cancellation), ownsSocket: true));
        await monitor.ReadAnswerAsync();
        await machine.DebugConsole.WaitForLineAsync(text, Limit, cancellation);
        return monitor;

        QemuOptions Connect(QemuOptions options)
        {
            var configured = configure?.Invoke(options) ?? options;
            return configured with { ExtraArguments = [.. configured.ExtraArguments, .. arguments] };
        }
    }

    /// <summary>Gives a command and returns what it prints.</summary>
    public async Task<string> AskAsync(string command)
    {
        await _stream.WriteAsync(Encoding.ASCII.GetBytes(command + "\n"), TestContext.Current.CancellationToken);
        return await ReadAnswerAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Machine.DisposeAsync();
        await _stream.DisposeAsync();
    }

    private async Task<string> ReadAnswerAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        var text = new StringBuilder();
        var buffer = new byte[65536];
        while (!text.ToString().EndsWith(Prompt, StringComparison.Ordinal))
        {
            var count = await _stream.ReadAsync(buffer, limit.Token);
            Assert.True(count > 0, $"QEMU closed its monitor behind '{text}'.");
            text.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }

        return text.ToString().ReplaceLineEndings("\n");
    }
}
