using System.Globalization;
using Nanokernel.Testing;
using Nanokernel.X86.Emulation;
using Xunit;

namespace Nanokernel.Image.Tests.Infrastructure;

/// <summary>What an image did: its exit code and all of its output.</summary>
internal sealed record TestRun(int ExitCode, IReadOnlyList<string> Debug, IReadOnlyList<IReadOnlyList<string>> Serial)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>All of the debug console in one text.</summary>
    public string DebugText => string.Join('\n', Debug);

    /// <summary>The fault record of a partition: the line with its cause, and those that name it; others may lie between them.</summary>
    public IReadOnlyList<string> RecordOf(string partition) =>
        [.. Debug.Where(line => line.StartsWith($"fault: partition '{partition}'", StringComparison.Ordinal)
            || line.StartsWith($"fault: [{partition}] ", StringComparison.Ordinal))];

    /// <summary>Runs a system in QEMU until it ends.</summary>
    public static async Task<TestRun> OfAsync(
        SourceSystem system, CompilerMode mode, Func<QemuOptions, QemuOptions>? configure = null, TimeSpan? limit = null)
    {
        await using var machine = await system.StartAsync(mode, configure, TestContext.Current.CancellationToken);
        var code = await machine.WaitForExitAsync(limit ?? Limit, TestContext.Current.CancellationToken);
        return new TestRun(code, machine.DebugConsole.Lines, [.. Enumerable.Range(1, 4).Select(port => machine.Serial(port).Output.Lines)]);
    }

    /// <summary>Asserts that the system ended with a code; the message of a failure shows what it printed.</summary>
    public TestRun ExitedWith(int code)
    {
        Assert.True(ExitCode == code, $"Exit code {ExitCode}, expected {code}. The debug console:\n{DebugText}");
        return this;
    }

    /// <summary>Asserts that the debug console has a line that contains all of some texts.</summary>
    public TestRun Printed(params string[] texts)
    {
        Assert.True(
            Debug.Any(line => texts.All(text => line.Contains(text, StringComparison.Ordinal))),
            $"No line has all of '{string.Join("', '", texts)}'. The debug console:\n{DebugText}");
        return this;
    }

    /// <summary>The whole number behind a text in the one line that contains it.</summary>
    public long Number(string text)
    {
        Printed(text);
        var line = Debug.First(line => line.Contains(text, StringComparison.Ordinal));
        var rest = line[(line.IndexOf(text, StringComparison.Ordinal) + text.Length)..].TrimStart();
        return long.Parse(string.Concat(rest.TakeWhile(character => char.IsAsciiDigit(character) || character == '-')), CultureInfo.InvariantCulture);
    }

    /// <summary>Asserts that no line of the debug console contains a text.</summary>
    public TestRun DidNotPrint(string text)
    {
        Assert.True(!DebugText.Contains(text, StringComparison.Ordinal), $"A line has '{text}'. The debug console:\n{DebugText}");
        return this;
    }
}
