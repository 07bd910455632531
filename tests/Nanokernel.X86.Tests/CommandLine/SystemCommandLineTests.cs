namespace Nanokernel.X86.Tests.CommandLine;

/// <summary>What a system's program prints and ends with. It writes to the one console of the process, so these tests run alone.</summary>
[Collection(ConsoleCollection.Name)]
public class SystemCommandLineTests
{
    [Fact]
    public void Check_prints_every_finding_by_file_and_line_in_the_form_of_build_tools()
    {
        var (exitCode, output, _) = Run(Failing(), "check");

        Assert.Equal(1, exitCode);
        Assert.Equal(
            [
                "Plant.cs(2): error NK0007: The assembly 'Control.dll' of partition project 'Control' does not exist. Build the project, or correct the path.",
                "Plant.cs(3): error NK0205: IRQ 2 of partition 'control' is the line of the interrupt controller, which only the kernel drives: the kernel "
                + "routes every interrupt by it. Choose another line.",
                "Plant.cs(4): error NK0304: The capacity of queue 'telemetry' is 0; it can be 1 to 65,536 messages.",
                "Plant.cs(4): warning NK0306: Queue 'telemetry' is wired to no partition; it is left out. Wire it, or remove it.",
            ],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Theory]
    [InlineData("report")]
    [InlineData("report", "--json")]
    [InlineData("image", "--output", "nowhere.elf")]
    public void Other_commands_stop_at_the_same_findings(params string[] arguments)
    {
        var (exitCode, output, _) = Run(Failing(), arguments);

        Assert.Equal(1, exitCode);
        Assert.Contains("Plant.cs(3): error NK0205: ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public void Help_lists_the_commands(string option)
    {
        var (exitCode, output, _) = Run(Failing(), option);

        Assert.Equal(0, exitCode);
        Assert.All(["The system 'plant'", "check ", "image ", "run ", "report ", "header ", "sign ", "create-key "], text => Assert.Contains(text, output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("'nonsense'", "nonsense")]
    [InlineData("'--loud'", "check", "--loud")]
    [InlineData("'--loud'", "--loud")]
    [InlineData("'5' is not a duration for --for", "run", "--for", "5")]
    [InlineData("'5' is not a duration for --for", "--for", "5")]
    [InlineData("'0' is no memory for --memory", "run", "--memory", "0")]
    [InlineData("'much'", "run", "--memory", "much")]
    [InlineData("'0' is no port for --gdb", "run", "--gdb", "0")]
    [InlineData("'65536' is no port for --gdb", "--gdb", "65536")]
    [InlineData("'absent.bin'", "run", "--com2", "absent.bin")]
    [InlineData("'Fast'", "image", "--configuration", "Fast")]
    [InlineData("'--key'", "sign", "control")]
    [InlineData("'sign'", "sign", "--key", "plant.pem")]
    public void A_wrong_argument_is_named_and_nothing_is_run(string named, params string[] arguments)
    {
        var (exitCode, _, errors) = Run(Failing(), arguments);

        Assert.Equal(1, exitCode);
        Assert.Contains(named, errors, StringComparison.Ordinal);
    }

    private static SystemBuilder Failing()
    {
        var system = SystemBuilder.Create("plant", Machines.Pc, "Plant.cs", 1);
        system.AddPartition("control", new PartitionProject("Control", "Control.dll"), "Plant.cs", 2).OwnsInterrupt(2, file: "Plant.cs", line: 3);
        system.AddQueue("telemetry", capacity: 0, "Plant.cs", 4);
        return system;
    }

    private static (int ExitCode, string Output, string Errors) Run(SystemBuilder system, params string[] arguments) =>
        CommandLineRun.Of(system, arguments);
}
