using CliWrap;
using CliWrap.Buffered;

namespace Nanokernel.Sdk.Tests.Builds;

/// <summary>The command <c>dotnet</c>, as somebody types it: without what the host of these tests has put into the environment.</summary>
internal static class DotNet
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private static readonly Dictionary<string, string?> EnvironmentVariables = new()
    {
        // 'dotnet run' and 'dotnet test' point them at their own MSBuild.
        ["MSBuildSDKsPath"] = null,
        ["MSBuildExtensionsPath"] = null,
        ["MSBUILD_EXE_PATH"] = null,

        // Each command ends before code that is measured to be compiled better repays it.
        ["DOTNET_TieredPGO"] = "0",

        // Nothing stays behind, and messages are those that the tests look for.
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["DOTNET_NOLOGO"] = "1",
    };

    /// <summary>Runs it, and ends it with all its children when it takes more than five minutes.</summary>
    internal static async Task<BuildOutput> TryRunAsync(string folder, params IEnumerable<string> arguments)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        var result = await Cli.Wrap("dotnet")
            .WithWorkingDirectory(folder)
            .WithArguments(arguments)
            .WithEnvironmentVariables(EnvironmentVariables)
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(limit.Token);
        return new BuildOutput(result.ExitCode, result.StandardOutput + result.StandardError);
    }

    /// <summary>Runs it, and fails the test with everything it says when it fails.</summary>
    internal static async Task<BuildOutput> RunAsync(string folder, params IEnumerable<string> arguments)
    {
        var output = await TryRunAsync(folder, arguments);
        Assert.True(output.Succeeded, $"dotnet {string.Join(' ', arguments)}\n{output.Text}");
        return output;
    }
}
