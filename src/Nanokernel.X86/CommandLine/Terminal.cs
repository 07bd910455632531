using Nanokernel.X86.Building;
using Nanokernel.X86.Emulation;

namespace Nanokernel.X86.CommandLine;

/// <summary>
/// Connects a machine with the terminal: COM1 and the debug console, its fault records with files and lines, go to standard output, standard input
/// goes to COM1, and a file, if one is given, to COM2.
/// </summary>
internal sealed class Terminal : IAsyncDisposable
{
    // A whole line takes a UART less than 10 ms; what is open for longer is a prompt.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    private readonly Stream _standardOutput = Console.OpenStandardOutput();
    private readonly TerminalOutput _output;
    private readonly CancellationTokenSource _inputs = new();
    private readonly Task _outputs;

    public Terminal(QemuMachine machine, FileInfo? com2, SourceLines lines)
    {
        _output = new TerminalOutput(_standardOutput, Patience);
        _outputs = Task.WhenAll(_output.CopyAsync(machine.Serial(1).Output), _output.CopyAsync(machine.DebugConsole, new FaultLines(lines)));
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
}
