using System.ComponentModel;
using System.Runtime.InteropServices;
using CliWrap;

namespace Nanokernel.X86.Emulation;

/// <summary>Starts QEMU so that it ends with this process at the latest.</summary>
internal static class QemuProcess
{
    public static CommandTask<CommandResult> Start(
        string executable, IReadOnlyList<string> arguments, QemuErrors errors, CancellationToken kill)
    {
        var lifetime = new HostLifetime(kill);
        try
        {
            var process = Cli.Wrap(executable)
                .WithArguments(arguments)
                .WithValidation(CommandResultValidation.None)
                .WithStandardOutputPipe(PipeTarget.ToDelegate(errors.Add))
                .WithStandardErrorPipe(PipeTarget.ToDelegate(errors.Add))
                .ExecuteAsync(lifetime.Ended);
            _ = process.Task.ContinueWith(_ => lifetime.Dispose(), TaskScheduler.Default);
            return process;
        }
        catch (Win32Exception)
        {
            lifetime.Dispose();
            throw new EmulationException(EmulationRules.EmulatorNotFound, executable);
        }
    }

    /// <summary>A token that is cancelled when a given one is, or when this process returns or is told by a signal to end.</summary>
    private sealed class HostLifetime : IDisposable
    {
        private readonly CancellationTokenSource _ended;
        private readonly PosixSignalRegistration[] _signals;

        public HostLifetime(CancellationToken kill)
        {
            _ended = CancellationTokenSource.CreateLinkedTokenSource(kill);
            AppDomain.CurrentDomain.ProcessExit += OnProcessExit;

            // The signals keep their effect on this process: only QEMU goes first.
            PosixSignal[] fatal = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT];
            _signals = [.. fatal.Select(signal => PosixSignalRegistration.Create(signal, _ => _ended.Cancel()))];
        }

        public CancellationToken Ended => _ended.Token;

        public void Dispose()
        {
            AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
            foreach (var signal in _signals)
                signal.Dispose();
            _ended.Dispose();
        }

        private void OnProcessExit(object? sender, EventArgs arguments) => _ended.Cancel();
    }
}
