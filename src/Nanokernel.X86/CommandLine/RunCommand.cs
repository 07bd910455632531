using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Nanokernel.Checking;
using Nanokernel.X86.Building;
using Nanokernel.X86.Emulation;

namespace Nanokernel.X86.CommandLine;

/// <summary><c>run</c>: boots the image in QEMU, with COM1 and the debug console on the terminal.</summary>
internal static class RunCommand
{
    private static readonly TimeSpan Forever = TimeSpan.FromDays(1);

    public static Command Create(SystemBuilder system)
    {
        var image = new Option<FileInfo>("--image")
        {
            Description = "The image to boot; by default the one that the build made.",
            HelpName = "file",
            DefaultValueFactory = _ => new FileInfo(BuildOptions.DefaultImagePath),
        };
        var duration = DurationOption.Create("--for", "End the machine after this time of the terminal's clock, with exit code 0.");
        var memory = new Option<int>("--memory")
        {
            Description = "The machine's memory in MiB.",
            HelpName = "MiB",
            DefaultValueFactory = _ => (int)(system.Machine.Memory.Bytes >> 20),
        };
        memory.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var value) && value <= 0)
                result.AddError($"'{token.Value}' is no memory for --memory: write a whole number of MiB, 1 or more.");
        });
        var cpu = new Option<string?>("--cpu") { Description = "The CPU model, as QEMU names it." };
        var count = new Option<bool>("--count-instructions")
        {
            Description = "Let one instruction take one nanosecond of the machine's time, so that figures are repeatable.",
        };
        var com2 = new Option<FileInfo>("--com2") { Description = "A file whose bytes COM2 receives.", HelpName = "file" }.AcceptExistingOnly();

        var devices = new Option<string[]>("--device")
        {
            Description = "A device more than the system's machine has, as QEMU's option of this name takes it; may be repeated.",
            HelpName = "device",
            DefaultValueFactory = _ => [],
        };

        var trace = new Option<FileInfo>("--trace")
        {
            Description = "A file to write the kernel's trace to, for Perfetto or chrome://tracing; the system states WithTrace.",
            HelpName = "file",
        };

        var gdb = new Option<int?>("--gdb")
        {
            Description = $"Let the machine wait for gdb on this TCP port ({GdbScript.DefaultPort} unless stated), "
                + "and write the script NAME.gdb that connects to it.",
            HelpName = "port",
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = ParsePort,
        };

        var command = new Command("run", "Boot the image in QEMU; the exit code is the image's own.")
        {
            image, duration, memory, cpu, count, com2, devices, trace, gdb,
        };
        command.SetAction(async (arguments, cancellation) =>
        {
            var options = new QemuOptions
            {
                Image = arguments.GetRequiredValue(image).FullName,
                MemoryMegabytes = arguments.GetValue(memory),
                Cpu = arguments.GetValue(cpu),
                CountInstructions = arguments.GetValue(count),
                GdbPort = arguments.GetValue(gdb),
                Devices = [.. system.Machine.EmulatorDevices, .. arguments.GetRequiredValue(devices)],
            };
            if (!File.Exists(options.Image)
                && !ImageCommand.TryBuild(system, BuildOptions.For(options.Image)))
            {
                return 1;
            }

            try
            {
                if (arguments.GetValue(trace) is { } file)
                    return await RunTracedAsync(system, file, options, arguments.GetValue(duration), arguments.GetValue(com2), cancellation);
                return await RunAsync(options, arguments.GetValue(duration), arguments.GetValue(com2), cancellation);
            }
            catch (EmulationException exception)
            {
                await Console.Error.WriteLineAsync(exception.Message);
                return 1;
            }
        });
        return command;
    }

    private static int? ParsePort(ArgumentResult result)
    {
        if (result.Tokens is not [var token])
            return GdbScript.DefaultPort;
        if (int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= ushort.MaxValue)
            return port;
        result.AddError($"'{token.Value}' is no port for --gdb: write a number from 1 to {ushort.MaxValue}.");
        return null;
    }

    /// <summary>However the machine ends, the trace of it is written.</summary>
    private static async Task<int> RunTracedAsync(
        SystemBuilder system, FileInfo file, QemuOptions options, TimeSpan? duration, FileInfo? com2, CancellationToken cancellation)
    {
        var diagnostics = new DiagnosticBag();
        if (!CheckedDeclaration.TryRead(system, diagnostics, out var declaration))
            return Findings.Print(diagnostics);

        using var trace = new TraceFile(declaration.System, declaration.Layout, file.FullName);
        int exitCode;
        try
        {
            exitCode = await RunAsync(options with { MemoryFile = trace.MemoryFile }, duration, com2, cancellation);
        }
        catch
        {
            // What ended the machine says more than what its memory may lack.
            trace.TryWrite(options.Image, out _);
            throw;
        }

        if (trace.TryWrite(options.Image, out var problem))
            return exitCode;
        await Console.Error.WriteLineAsync(problem.Message);
        return exitCode == 0 ? 1 : exitCode;
    }

    private static async Task<int> RunAsync(QemuOptions options, TimeSpan? duration, FileInfo? com2, CancellationToken cancellation)
    {
        var script = options.GdbPort is { } port ? GdbScript.Write(options.Image, port) : null;
        await using var machine = await QemuMachine.StartAsync(options, cancellation);
        if (script is not null)
            await Console.Out.WriteLineAsync($"The machine waits for gdb on port {options.GdbPort}. In another terminal: gdb -x \"{script}\"");
        await using var terminal = new Terminal(machine, com2, SourceLines.Read(options.Image));
        var exitCode = await machine.TryWaitForExitAsync(duration ?? Forever, cancellation);
        if (exitCode is null)
            await machine.KillAsync();
        await terminal.CompleteAsync();
        return exitCode ?? 0;
    }
}
