using System.Text;

namespace Nanokernel.X86.Emulation;

/// <summary>
/// All that the guest has written to one port, from its start on: as text, line by line, or as a stream; each reader has its own
/// position. Safe for several threads.
/// </summary>
public sealed class GuestOutput
{
    private readonly Lock _lock = new();
    private readonly string _name;
    private byte[] _bytes = new byte[4096];
    private int _length;
    private int _lineStart;
    private bool _ended;
    private TaskCompletionSource _changed = NewSignal();

    internal GuestOutput(string name) => _name = name;

    /// <summary>What has come so far, decoded as UTF-8.</summary>
    public string Text
    {
        get
        {
            lock (_lock)
                return Encoding.UTF8.GetString(_bytes, 0, _length);
        }
    }

    /// <summary>The number of bytes that have come so far.</summary>
    public int Length
    {
        get
        {
            lock (_lock)
                return _length;
        }
    }

    /// <summary>What has come so far, as lines without their ends.</summary>
    public IReadOnlyList<string> Lines => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r')).ToArray();

    /// <summary>What has come so far, as bytes.</summary>
    public byte[] ToArray()
    {
        lock (_lock)
            return _bytes.AsSpan(0, _length).ToArray();
    }

    /// <summary>A stream over everything that comes, from the first byte on; it ends when the machine ends.</summary>
    public Stream OpenRead() => new GuestOutputStream(this);

    /// <summary>Waits for the next line, behind the one that the last call returned, that contains a text.</summary>
    /// <param name="text">The text to look for.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="cancellation">Gives up the wait.</param>
    /// <returns>The whole line, without its end.</returns>
    /// <exception cref="EmulationException">NK3005: the time is over, or the machine ended, and no such line came.</exception>
    public async Task<string> WaitForLineAsync(string text, TimeSpan timeout, CancellationToken cancellation = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout);
        try
        {
            while (true)
            {
                var changed = Changed;
                if (TakeLine(text, out var ended) is { } line)
                    return line;
                if (ended)
                    throw new EmulationException(EmulationRules.OutputExpected, text, _name, "before the machine ended", Tail());
                await changed.WaitAsync(limit.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new EmulationException(EmulationRules.OutputExpected, text, _name, $"within {timeout}", Tail());
        }
    }

    /// <summary>Waits until a number of bytes has come.</summary>
    /// <param name="count">The number of bytes from the first one on.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="cancellation">Gives up the wait.</param>
    /// <returns>Those bytes.</returns>
    /// <exception cref="EmulationException">NK3005: the time is over, or the machine ended, and fewer came.</exception>
    public async Task<byte[]> WaitForBytesAsync(int count, TimeSpan timeout, CancellationToken cancellation = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout);
        try
        {
            var bytes = new byte[count];
            await OpenRead().ReadExactlyAsync(bytes, limit.Token);
            return bytes;
        }
        catch (Exception exception) when (exception is EndOfStreamException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            throw new EmulationException(EmulationRules.OutputExpected, $"{count} bytes", _name,
                exception is EndOfStreamException ? "before the machine ended" : $"within {timeout}", $" Bytes that came: {Length}.");
        }
    }

    internal string Tail()
    {
        var lines = Lines;
        return lines.Count == 0
            ? $" Nothing came from {_name}."
            : $" The last lines from {_name}:{Environment.NewLine}{string.Join(Environment.NewLine, lines.TakeLast(30))}";
    }

    internal async Task PumpAsync(Stream source)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await source.ReadAsync(buffer) is var count and > 0)
                Append(buffer.AsSpan(0, count));
        }
        catch (IOException)
        {
            // A killed QEMU resets its connections: the output ends there.
        }
        finally
        {
            End();
        }
    }

    internal void Append(ReadOnlySpan<byte> bytes)
    {
        TaskCompletionSource signal;
        lock (_lock)
        {
            if (_length + bytes.Length > _bytes.Length)
                Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + bytes.Length));
            bytes.CopyTo(_bytes.AsSpan(_length));
            _length += bytes.Length;
            (signal, _changed) = (_changed, NewSignal());
        }

        signal.SetResult();
    }

    internal void End()
    {
        lock (_lock)
            _ended = true;
        _changed.TrySetResult();
    }

    internal async ValueTask<int> ReadAsync(int position, Memory<byte> destination, CancellationToken cancellation)
    {
        while (true)
        {
            var changed = Changed;
            lock (_lock)
            {
                var count = Math.Min(destination.Length, _length - position);
                if (count > 0 || _ended || destination.IsEmpty)
                {
                    _bytes.AsMemory(position, count).CopyTo(destination);
                    return count;
                }
            }

            await changed.WaitAsync(cancellation);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Task Changed
    {
        get
        {
            lock (_lock)
                return _changed.Task;
        }
    }

    private string? TakeLine(string text, out bool ended)
    {
        lock (_lock)
        {
            ended = _ended;
            while (_bytes.AsSpan(_lineStart, _length - _lineStart) is var rest && rest.IndexOf((byte)'\n') is var end and >= 0)
            {
                _lineStart += end + 1;
                var line = Encoding.UTF8.GetString(rest[..end]).TrimEnd('\r');
                if (line.Contains(text, StringComparison.Ordinal))
                    return line;
            }

            return null;
        }
    }
}
