using System.Text;
using Nanokernel.X86.CommandLine;
using Nanokernel.X86.Emulation;
using Xunit;

namespace Nanokernel.X86.Tests.CommandLine;

public sealed class TerminalOutputTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_line_that_arrives_in_pieces_is_not_cut_by_another_output()
    {
        using var terminal = new Probe(Long);
        terminal.First("monitor: ");
        await terminal.WaitForAsync("monitor: ");
        terminal.Second("nanokernel: ended\n");
        terminal.First("done\n");

        Assert.Equal("monitor: done\nnanokernel: ended\n", await terminal.EndAsync());
    }

    [Fact]
    public async Task The_start_of_a_line_that_comes_with_the_end_of_another_lets_others_go_first()
    {
        using var terminal = new Probe(Long);
        terminal.First("a");
        await terminal.WaitForAsync("a");
        terminal.Second("1\n");
        terminal.First("b\nc");
        terminal.First("d\n");

        var lines = (await terminal.EndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["1", "ab", "cd"], lines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_prompt_holds_others_up_for_the_patience_only()
    {
        using var terminal = new Probe(TimeSpan.FromMilliseconds(1));
        terminal.First("> ");
        await terminal.WaitForAsync("> ");
        terminal.Second("fault\n");

        await terminal.WaitForAsync("> \nfault\n");
        Assert.Equal("> \nfault\n", await terminal.EndAsync());
    }

    [Fact]
    public async Task A_line_that_its_output_never_ends_is_ended_with_it()
    {
        using var terminal = new Probe(Long);
        terminal.First("half");

        Assert.Equal("half\n", await terminal.EndAsync());
    }

    private sealed class Probe : IDisposable
    {
        private readonly GuestOutput _first = new("first");
        private readonly GuestOutput _second = new("second");
        private readonly GuestOutput _shown = new("the terminal");
        private readonly TerminalOutput _output;
        private readonly Task _copies;

        public Probe(TimeSpan patience)
        {
            _output = new TerminalOutput(new AppendingStream(_shown), patience);
            _copies = Task.WhenAll(_output.CopyAsync(_first), _output.CopyAsync(_second));
        }

        public void First(string text) => _first.Append(Encoding.ASCII.GetBytes(text));

        public void Second(string text) => _second.Append(Encoding.ASCII.GetBytes(text));

        public async Task WaitForAsync(string text) =>
            Assert.Equal(text, Encoding.ASCII.GetString(await _shown.WaitForBytesAsync(text.Length, Long, TestContext.Current.CancellationToken)));

        public async Task<string> EndAsync()
        {
            _first.End();
            _second.End();
            await _copies;
            return _shown.Text;
        }

        public void Dispose() => _output.Dispose();
    }

    private sealed class AppendingStream(GuestOutput shown) : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            shown.Append(buffer.Span);
            return ValueTask.CompletedTask;
        }
    }
}
