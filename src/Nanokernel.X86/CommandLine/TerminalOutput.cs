using Nanokernel.X86.Emulation;

namespace Nanokernel.X86.CommandLine;

/// <summary>
/// Several outputs of a machine on one stream, line by line: what has begun a line ends it before another one goes on, however their bytes
/// happen to arrive. A line that stays open, as a prompt does, holds the others up for a moment only and is then broken.
/// </summary>
internal sealed class TerminalOutput(Stream destination, TimeSpan patience) : IDisposable
{
    private readonly SemaphoreSlim _destination = new(1);
    private GuestOutput? _openLineOf;
    private TaskCompletionSource _lineEnded = NewSignal();

    /// <summary>Writes everything that comes from one output, until it ends.</summary>
    /// <param name="source">The output.</param>
    /// <param name="faults">What is added to it; null for nothing.</param>
    public async Task CopyAsync(GuestOutput source, FaultLines? faults = null)
    {
        await using var stream = source.OpenRead();
        var buffer = new byte[4096];
        while (await stream.ReadAsync(buffer) is > 0 and var count)
        {
            ReadOnlyMemory<byte> bytes = faults is null ? buffer.AsMemory(0, count) : faults.Add(buffer.AsSpan(0, count));

            // The start of a line waits for others even where it came together with the end of the last one.
            var lines = bytes.Span.LastIndexOf((byte)'\n') + 1;
            await WriteAsync(source, bytes[..lines]);
            await WriteAsync(source, bytes[lines..]);
        }

        await WriteAsync(source, _openLineOf == source ? "\n"u8.ToArray() : default);
    }

    public void Dispose() => _destination.Dispose();

    private async Task WriteAsync(GuestOutput source, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty)
            return;

        await _destination.WaitAsync();
        var limit = Task.Delay(patience);
        while (_openLineOf is not null && _openLineOf != source)
        {
            if (limit.IsCompleted)
            {
                await destination.WriteAsync("\n"u8.ToArray());
                break;
            }

            var lineEnded = _lineEnded.Task;
            _destination.Release();
            await Task.WhenAny(lineEnded, limit);
            await _destination.WaitAsync();
        }

        await destination.WriteAsync(bytes);
        await destination.FlushAsync();
        _openLineOf = bytes.Span[^1] == (byte)'\n' ? null : source;
        if (_openLineOf is null)
        {
            var lineEnded = _lineEnded;
            _lineEnded = NewSignal();
            lineEnded.SetResult();
        }

        _destination.Release();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
