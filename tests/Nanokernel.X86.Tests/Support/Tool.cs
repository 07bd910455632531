using System.Diagnostics;

namespace Nanokernel.X86.Tests;

/// <summary>
/// A GNU tool that serves as an oracle where it is installed. Every test that asks one also asserts the expected bytes itself.
/// </summary>
internal static class Tool
{
    /// <summary>Runs a tool in a folder.</summary>
    /// <returns>What it printed, or null when the machine does not have it.</returns>
    public static string? Run(string name, string folder, params string[] arguments)
    {
        if (Find(name) is not { } path)
            return null;
        var start = new ProcessStartInfo(path, arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        start.Environment["LC_ALL"] = "C";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{name} says: {error.Result}");
        return output;
    }

    private static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);
}
