using System.Reflection;
using System.Runtime.InteropServices;

namespace Nanokernel.X86.Toolchain;

/// <summary>The NuGet package of the NativeAOT compiler for this host, and where NuGet has put it.</summary>
internal static class IlcPackage
{
    private const string FolderSetting = "Nanokernel.ILCompilerFolder";
    private static readonly string[] SupportedHosts = ["linux-x64", "linux-arm64", "win-x64"];

    /// <summary>The pinned version, from the MSBuild property <c>ILCompilerVersion</c>.</summary>
    public static string Version { get; } = typeof(IlcPackage).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "ILCompilerVersion").Value!;

    /// <summary>The runtime identifier of this host, such as <c>linux-x64</c>.</summary>
    public static string HostIdentifier { get; } =
        $"{OperatingSystemName}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";

    /// <summary>The hosts that have a compiler package.</summary>
    public static IReadOnlyList<string> Hosts => SupportedHosts;

    /// <summary>Whether there is a compiler package for this host.</summary>
    public static bool IsHostSupported => SupportedHosts.Contains(HostIdentifier);

    /// <summary>The package's name for this host.</summary>
    public static string Name => $"runtime.{HostIdentifier}.Microsoft.DotNet.ILCompiler";

    /// <summary>
    /// The path of the compiler, whether it is there or not: in the folder that the SDK has written into the system's runtime
    /// configuration, or else in NuGet's global packages folder.
    /// </summary>
    public static string DefaultCompilerPath => Path.Combine(
        AppContext.GetData(FolderSetting) as string ?? Path.Combine(GlobalPackagesFolder, Name.ToLowerInvariant(), Version),
        "tools",
        OperatingSystem.IsWindows() ? "ilc.exe" : "ilc");

    private static string GlobalPackagesFolder
    {
        get
        {
            var configured = Environment.GetEnvironmentVariable("NUGET_PACKAGES");
            return string.IsNullOrEmpty(configured)
                ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages")
                : configured;
        }
    }

    private static string OperatingSystemName =>
        OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsLinux() ? "linux" : OperatingSystem.IsMacOS() ? "osx" : "unknown";
}
