using Nanokernel.X86.Emulation;
using Xunit;

namespace Template_Plant.Tests;

public class SystemTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private static readonly QemuOptions Options = new()
    {
        Image = Path.Combine(AppContext.BaseDirectory, "Template-Plant.elf"),
        CountInstructions = true,
    };

    [Fact]
    public async Task Monitor_reports_what_control_measures()
    {
        await using var machine = await QemuMachine.StartAsync(Options, TestContext.Current.CancellationToken);

        var first = await machine.Serial(1).WaitForLineAsync("monitor: 1 ", Limit, TestContext.Current.CancellationToken);

        Assert.Matches(@"^monitor: 1 at 1\d\d ms: level \d{3} mm$", first);
    }

    [Fact]
    public async Task The_system_ends_well()
    {
        await using var machine = await QemuMachine.StartAsync(Options, TestContext.Current.CancellationToken);

        var exitCode = await machine.WaitForExitAsync(Limit, TestContext.Current.CancellationToken);

        Assert.Equal(0, exitCode);
        Assert.Contains("monitor: the tank is full", machine.Serial(1).Output.Lines);
        Assert.Contains("monitor: done", machine.Serial(1).Output.Lines);
        Assert.Contains("[control] control: start 1", machine.DebugConsole.Lines);
        Assert.DoesNotContain(machine.DebugConsole.Lines, line => line.StartsWith("fault:", StringComparison.Ordinal));
    }
}
