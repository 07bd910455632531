using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;

namespace Nanokernel.Image.Tests.Infrastructure;

/// <summary>What an image did in v86: its exit code, and the lines of each port ("debug", "COM1" to "COM4").</summary>
internal sealed record V86Result(int ExitCode, ILookup<string, string> Lines);

/// <summary>Boots images in v86, a PC emulator in WebAssembly that shares no code with QEMU. Wants node and npm on PATH.</summary>
internal static class V86
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "v86");
    private static readonly Lazy<Task> Installed = new(InstallAsync);

    public static async Task<V86Result> RunAsync(string image, TimeSpan timeout, string com2 = "", int memoryMegabytes = 64)
    {
        await Installed.Value;
        using var limit = new CancellationTokenSource(timeout);
        var output = await Cli.Wrap("node")
            .WithWorkingDirectory(Folder)
            .WithArguments(["boot.mjs", image, $"{memoryMegabytes}", com2])
            .ExecuteBufferedAsync(limit.Token);

        var messages = output.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToArray();
        return new V86Result(
            messages.Single(message => message.TryGetProperty("exit", out _)).GetProperty("exit").GetInt32(),
            messages.Where(message => message.TryGetProperty("port", out _))
                .ToLookup(message => message.GetProperty("port").GetString()!, message => message.GetProperty("text").GetString()!));
    }

    private static async Task InstallAsync()
    {
        if (File.Exists(Path.Combine(Folder, "node_modules", "v86", "package.json")))
            return;

        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await Cli.Wrap("npm").WithWorkingDirectory(Folder).WithArguments(["ci", "--no-audit", "--no-fund"]).ExecuteBufferedAsync(limit.Token);
    }
}
