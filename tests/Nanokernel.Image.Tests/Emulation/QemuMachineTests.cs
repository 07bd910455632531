using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.X86.Emulation;
using Xunit;

namespace Nanokernel.Image.Tests.Emulation;

public class QemuMachineTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_exit_code_is_the_one_that_the_image_wrote()
    {
        foreach (var value in (byte[])[0, 1, 21, 127])
        {
            var image = TinyImage.Write($"exit-{value}", code => TinyPrograms.Exit(code, value));
            await using var machine = await QemuMachine.StartAsync(new QemuOptions { Image = image }, Cancellation);
            Assert.Equal(value, await machine.WaitForExitAsync(Soon, Cancellation));
        }
    }

    [Fact]
    public async Task Serial_ports_carry_bytes_both_ways_while_the_machine_runs()
    {
        var image = TinyImage.Write("echo", code =>
        {
            TinyPrograms.Echo(code);
            TinyPrograms.Exit(code, 3);
        });
        await using var machine = await QemuMachine.StartAsync(new QemuOptions { Image = image }, Cancellation);

        await machine.Serial(2).WriteAsync("first\nsecond\n", Cancellation);
        Assert.Equal("first", await machine.Serial(1).WaitForLineAsync("fir", Soon, Cancellation));
        Assert.Equal("second", await machine.Serial(1).WaitForLineAsync("sec", Soon, Cancellation));

        await machine.Serial(2).WriteAsync("q", Cancellation);
        Assert.Equal(3, await machine.WaitForExitAsync(Soon, Cancellation));
        Assert.Equal("first\nsecond\nq", machine.Serial(1).Output.Text);
    }

    [Fact]
    public async Task The_debug_console_is_complete_when_the_exit_code_is_there()
    {
        var text = string.Concat(Enumerable.Range(0, 500).Select(i => $"line {i}\n"));
        var image = TinyImage.Write("console", code =>
        {
            TinyPrograms.Print(code, 0xE9, text);
            TinyPrograms.Exit(code, 0);
        });
        await using var machine = await QemuMachine.StartAsync(new QemuOptions { Image = image, CountInstructions = true }, Cancellation);

        Assert.Equal(0, await machine.WaitForExitAsync(Soon, Cancellation));
        Assert.Equal(text, machine.DebugConsole.Text);
    }

    [Fact]
    public async Task Output_can_be_read_as_a_stream_until_the_machine_ends()
    {
        var image = TinyImage.Write("stream", code =>
        {
            TinyPrograms.Print(code, 0x2E8, "on COM4");
            TinyPrograms.Exit(code, 0);
        });
        await using var machine = await QemuMachine.StartAsync(new QemuOptions { Image = image }, Cancellation);

        using var reader = new StreamReader(machine.Serial(4).Output.OpenRead());
        Assert.Equal("on COM4", await reader.ReadToEndAsync(Cancellation));
    }

    [Fact]
    public async Task A_triple_fault_is_a_finding()
    {
        var image = TinyImage.Write("triple-fault", code => code.ud2());
        await using var machine = await QemuMachine.StartAsync(new QemuOptions { Image = image }, Cancellation);

        var exception = await Assert.ThrowsAsync<EmulationException>(() => machine.WaitForExitAsync(Soon, Cancellation));
        Assert.Equal("NK3003", exception.Diagnostic.Rule.Id);
    }

    [Fact]
    public async Task An_image_that_does_not_end_is_killed_and_its_last_lines_are_told()
    {
        var image = TinyImage.Write("endless", code =>
        {
            TinyPrograms.Print(code, 0xE9, "waiting for ever\n");
            TinyPrograms.Halt(code);
        });
        await using var machine = await QemuMachine.StartAsync(new QemuOptions { Image = image }, Cancellation);
        await machine.DebugConsole.WaitForLineAsync("waiting", Soon, Cancellation);
        Assert.Null(await machine.TryWaitForExitAsync(TimeSpan.Zero, Cancellation));

        var exception = await Assert.ThrowsAsync<EmulationException>(() => machine.WaitForExitAsync(TimeSpan.FromMilliseconds(1), Cancellation));
        Assert.Equal("NK3004", exception.Diagnostic.Rule.Id);
        Assert.Contains("waiting for ever", exception.Message, StringComparison.Ordinal);
        await AssertNoProcessAsync(machine.ProcessId);
    }

    [Fact]
    public async Task Output_that_does_not_come_is_a_finding()
    {
        var image = TinyImage.Write("silent", code => TinyPrograms.Exit(code, 0));
        await using var machine = await QemuMachine.StartAsync(new QemuOptions { Image = image }, Cancellation);

        var exception = await Assert.ThrowsAsync<EmulationException>(() => machine.Serial(1).WaitForLineAsync("ready", Soon, Cancellation));
        Assert.Equal("NK3005", exception.Diagnostic.Rule.Id);
        Assert.Contains("'ready'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("COM1", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disposing_ends_the_machine()
    {
        var image = TinyImage.Write("disposed", TinyPrograms.Halt);
        var machine = await QemuMachine.StartAsync(new QemuOptions { Image = image }, Cancellation);
        await machine.DisposeAsync();
        await AssertNoProcessAsync(machine.ProcessId);
    }

    [Fact]
    public async Task A_missing_emulator_is_a_finding_that_names_the_package()
    {
        var image = TinyImage.Write("any", TinyPrograms.Halt);
        var exception = await Assert.ThrowsAsync<EmulationException>(
            () => QemuMachine.StartAsync(new QemuOptions { Image = image, Executable = "qemu-not-installed" }, Cancellation));
        Assert.Equal("NK3001", exception.Diagnostic.Rule.Id);
        Assert.Contains("qemu-system-x86", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_image_is_a_finding()
    {
        var exception = await Assert.ThrowsAsync<EmulationException>(
            () => QemuMachine.StartAsync(new QemuOptions { Image = "no-such-image.elf" }, Cancellation));
        Assert.Equal("NK3007", exception.Diagnostic.Rule.Id);
    }

    [Fact]
    public async Task What_QEMU_refuses_is_told_in_its_own_words()
    {
        var image = TinyImage.Write("refused", TinyPrograms.Halt);
        var exception = await Assert.ThrowsAsync<EmulationException>(
            () => QemuMachine.StartAsync(new QemuOptions { Image = image, Cpu = "no-such-cpu" }, Cancellation));
        Assert.Equal("NK3002", exception.Diagnostic.Rule.Id);
        Assert.Contains("no-such-cpu", exception.Message, StringComparison.Ordinal);
    }

    private static async Task AssertNoProcessAsync(int id)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            await process.WaitForExitAsync(Cancellation).WaitAsync(Soon, Cancellation);
        }
        catch (ArgumentException)
        {
            // No process has this id: it has ended, as it should.
        }
    }
}
