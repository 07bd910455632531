using Nanokernel.X86.Emulation;

namespace Nanokernel.X86.CommandLine;

/// <summary>
/// Connects a machine with the terminal: COM1 and the debug console go to standard output, what is typed goes to COM1, and a file, if one
/// is given, to COM2.
/// </summary>
internal sealed class Terminal : IAsyncDisposable
{
    private readonly SemaphoreSlim _output = new(1);
    private readonly Stream _standardOutput = Console.OpenStandardOutput();
    private readonly CancellationTokenSource _inputs = new();
    private readonly Task _outputs;

    public Terminal(QemuMachine machine, FileInfo? com2)
    {
        _outputs = Task.WhenAll(CopyAsync(machine.Serial(1).Output), CopyAsync(machine.DebugConsole));
        if (!Console.IsInputRedirected)
            _ = Console.OpenStandardInput().CopyToAsync(machine.Serial(1).Input, _inputs.Token);
        if (com2 is not null)
            _ = SendFileAsync(com2, machine.Serial(2).Input);
    }

    /// <summary>Waits until everything that the machine wrote is on the terminal.</summary>
    public Task CompleteAsync() => _outputs;

    public async ValueTask DisposeAsync()
    {
        await _inputs.CancelAsync();
        _inputs.Dispose();
        _output.Dispose();
        await _standardOutput.DisposeAsync();
    }

    private async Task SendFileAsync(FileInfo file, Stream port)
    {
        await using var content = file.OpenRead();
        await content.CopyToAsync(port, _inputs.Token);
    }

    private async Task CopyAsync(GuestOutput source)
    {
        await using var stream = source.OpenRead();
        var buffer = new byte[4096];
        while (await stream.ReadAsync(buffer) is > 0 and var count)
        {
            await _output.WaitAsync();
            await _standardOutput.WriteAsync(buffer.AsMemory(0, count));
            await _standardOutput.FlushAsync();
            _output.Release();
        }
    }
}
