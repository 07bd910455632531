using System.Net;
using System.Net.Sockets;
using CliWrap;

namespace Nanokernel.X86.Emulation;

/// <summary>
/// A running QEMU. Disposing of it ends it; it never outlives this process.
/// <code>
/// await using var machine = await QemuMachine.StartAsync(new QemuOptions { Image = "Plant.elf" });
/// await machine.Serial(1).WaitForLineAsync("ready", TimeSpan.FromSeconds(10));
/// var code = await machine.WaitForExitAsync(TimeSpan.FromSeconds(10));
/// </code>
/// </summary>
public sealed class QemuMachine : IAsyncDisposable
{
    private const int SerialPortCount = 4;

    private readonly QemuOptions _options;
    private readonly CancellationTokenSource _kill;
    private readonly CommandTask<CommandResult> _process;
    private readonly QemuErrors _errors;
    private readonly QemuMonitor _monitor;
    private readonly IReadOnlyList<QemuSerialPort> _serialPorts;
    private readonly IReadOnlyList<NetworkStream> _connections;
    private readonly Task _pumps;

    private QemuMachine(
        QemuOptions options, CancellationTokenSource kill, CommandTask<CommandResult> process, QemuErrors errors, QemuMonitor monitor,
        IReadOnlyList<NetworkStream> connections)
    {
        (_options, _kill, _process, _errors, _monitor, _connections) = (options, kill, process, errors, monitor, connections);
        _serialPorts = [.. connections.Take(SerialPortCount).Select((stream, i) => new QemuSerialPort($"COM{i + 1}", stream))];
        DebugConsole = new GuestOutput("the debug console");
        _pumps = Task.WhenAll(
        [
            .. _serialPorts.Select(port => port.Output.PumpAsync(port.Input)),
            DebugConsole.PumpAsync(connections[SerialPortCount]),
            monitor.WatchAsync(),
        ]);
    }

    /// <summary>What the guest wrote to port 0xE9: the kernel's messages, fault records, and partitions without a UART.</summary>
    public GuestOutput DebugConsole { get; }

    /// <summary>The process id of QEMU.</summary>
    public int ProcessId => _process.ProcessId;

    /// <summary>The far end of a serial port.</summary>
    /// <param name="number">1 for COM1, to 4 for COM4.</param>
    public QemuSerialPort Serial(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, SerialPortCount);
        return _serialPorts[number - 1];
    }

    /// <summary>Starts QEMU and, once all of its ports are connected, the machine: not one byte of its output is lost.</summary>
    /// <param name="options">The machine.</param>
    /// <param name="cancellation">Gives up the start; it does not end a machine that runs.</param>
    /// <exception cref="EmulationException">NK3001 QEMU is missing, NK3002 it did not start, NK3007 the image is missing.</exception>
    public static async Task<QemuMachine> StartAsync(QemuOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!File.Exists(options.Image))
            throw new EmulationException(EmulationRules.ImageNotFound, options.Image);

        var listeners = Enumerable.Range(0, SerialPortCount + 2).Select(_ => Listen()).ToArray();
        var kill = new CancellationTokenSource();
        var connections = new List<NetworkStream>();
        try
        {
            var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
            var errors = new QemuErrors();
            var process = QemuProcess.Start(
                options.Executable, QemuCommandLine.Build(options, ports[..SerialPortCount], ports[^2], ports[^1]), errors, kill.Token);

            // QEMU connects in the order of its arguments before it runs; if it ends first, it has said why.
            using var given = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            _ = process.Task.ContinueWith(_ => given.CancelAsync(), TaskScheduler.Default);
            try
            {
                foreach (var listener in listeners)
                    connections.Add(new NetworkStream(await listener.AcceptSocketAsync(given.Token), ownsSocket: true));
                var monitor = new QemuMonitor(connections[^1]);
                await monitor.StartMachineAsync(run: options.GdbPort is null, given.Token);
                return new QemuMachine(options, kill, process, errors, monitor, connections);
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException && !cancellation.IsCancellationRequested)
            {
                var result = await process;
                throw new EmulationException(EmulationRules.EmulatorDidNotStart, options.Image, result.ExitCode, errors.Text);
            }
        }
        catch
        {
            await kill.CancelAsync();
            foreach (var connection in connections)
                await connection.DisposeAsync();
            throw;
        }
        finally
        {
            foreach (var listener in listeners)
                listener.Dispose();
        }
    }

    /// <summary>Waits until the image ends the machine; all of its output has then come.</summary>
    /// <param name="timeout">How long to wait; then the machine is killed.</param>
    /// <param name="cancellation">Gives up the wait; the machine runs on.</param>
    /// <returns>The exit code that the image chose.</returns>
    /// <exception cref="EmulationException">NK3003 the image reset the machine, NK3004 the time is over, NK3006 QEMU failed.</exception>
    public async Task<int> WaitForExitAsync(TimeSpan timeout, CancellationToken cancellation = default)
    {
        if (await TryWaitForExitAsync(timeout, cancellation) is { } code)
            return code;

        await KillAsync();
        throw new EmulationException(EmulationRules.ExitTimeout, _options.Image, timeout, DebugConsole.Tail());
    }

    /// <summary>Waits until the image ends the machine, or the time is over; the machine then runs on.</summary>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="cancellation">Gives up the wait.</param>
    /// <returns>The exit code that the image chose, or null if it still runs.</returns>
    /// <exception cref="EmulationException">NK3003 the image reset the machine, NK3006 QEMU failed.</exception>
    public async Task<int?> TryWaitForExitAsync(TimeSpan timeout, CancellationToken cancellation = default)
    {
        CommandResult result;
        try
        {
            result = await _process.Task.WaitAsync(timeout, cancellation);
        }
        catch (TimeoutException)
        {
            return null;
        }

        await _pumps.WaitAsync(cancellation);
        return (result.ExitCode, _monitor.ShutdownReason) switch
        {
            (_, "guest-reset") => throw new EmulationException(EmulationRules.GuestReset, _options.Image, DebugConsole.Tail()),
            (0, null) when _options.GdbPort is not null => 0, // gdb has killed it
            (var status and > 0, null or "guest-shutdown") when (status & 1) != 0 => status >> 1,
            var (status, reason) => throw new EmulationException(
                EmulationRules.EmulatorFailed, _options.Image, status, reason ?? "none", _errors.Text),
        };
    }

    /// <summary>Ends the machine at once. Harmless when it has ended.</summary>
    public async Task KillAsync()
    {
        await _kill.CancelAsync();
        await ((Task)_process.Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _pumps;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        foreach (var connection in _connections)
            await connection.DisposeAsync();
        _kill.Dispose();
    }

    private static TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start(1);
        return listener;
    }
}
