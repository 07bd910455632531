using System.Text.Json;

namespace Nanokernel.X86.Emulation;

/// <summary>The machine protocol of QEMU (QMP), as far as it is needed: start the machine once all is connected, learn why it stopped.</summary>
internal sealed class QemuMonitor(Stream stream)
{
    private static readonly string[] Kinds = ["QMP", "return", "error", "event"];

    private readonly StreamReader _reader = new(stream);

    /// <summary>The reason that QEMU gave for a shutdown, such as <c>guest-reset</c>; null while there was none.</summary>
    public string? ShutdownReason { get; private set; }

    /// <summary>Starts the virtual processor, unless gdb is to do so. A reply to it means that QEMU accepted its options and the image.</summary>
    public async Task StartMachineAsync(bool run, CancellationToken cancellation)
    {
        await ReadMessageAsync("QMP", cancellation);
        await ExecuteAsync("qmp_capabilities", cancellation);
        if (run)
            await ExecuteAsync("cont", cancellation);
    }

    /// <summary>Reads events until QEMU closes the connection.</summary>
    public async Task WatchAsync()
    {
        while (await ReadLineAsync(CancellationToken.None) is { } line)
            Note(line);
    }

    private async Task ExecuteAsync(string command, CancellationToken cancellation)
    {
        await stream.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(new { execute = command }), cancellation);
        await ReadMessageAsync("return", cancellation);
    }

    private async Task ReadMessageAsync(string kind, CancellationToken cancellation)
    {
        while (await ReadLineAsync(cancellation) is { } line)
        {
            if (Note(line) == kind)
                return;
        }

        throw new EndOfStreamException($"QEMU closed its monitor before it sent '{kind}'.");
    }

    private async Task<string?> ReadLineAsync(CancellationToken cancellation)
    {
        try
        {
            return await _reader.ReadLineAsync(cancellation);
        }
        catch (IOException)
        {
            return null; // a killed QEMU resets the connection: the same as its end
        }
    }

    // Returns what kind of message it is: its one telling property.
    private string Note(string line)
    {
        using var document = JsonDocument.Parse(line);
        var message = document.RootElement;
        if (message.TryGetProperty("event", out var name) && name.GetString() == "SHUTDOWN")
            ShutdownReason = message.GetProperty("data").GetProperty("reason").GetString();

        return Kinds.FirstOrDefault(kind => message.TryGetProperty(kind, out _), "");
    }
}
