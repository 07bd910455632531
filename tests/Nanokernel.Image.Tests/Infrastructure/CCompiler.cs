using CliWrap;
using CliWrap.Buffered;
using Nanokernel.X86.Guests;
using Xunit;

namespace Nanokernel.Image.Tests.Infrastructure;

/// <summary>The C compiler of the machine, where it has one: gcc or clang with a linker for ELF.</summary>
internal static class CCompiler
{
    private static readonly string? Path = new[] { "gcc", "clang" }.Select(Find).FirstOrDefault(path => path is not null);

    /// <summary>Whether there is one. A test that finds none says so on its output.</summary>
    public static bool IsInstalled
    {
        get
        {
            TestContext.Current.TestOutputHelper?.WriteLine(
                Path is null ? "No C compiler is installed: nothing was compiled." : $"The C compiler is {Path}.");
            return Path is not null;
        }
    }

    /// <summary>Compiles C and links it with the files that the SDK ships for guests.</summary>
    /// <param name="folder">Where everything goes.</param>
    /// <param name="source">The program.</param>
    /// <param name="withUpcall">Whether it has a handler of interrupts.</param>
    /// <param name="options">More options.</param>
    /// <returns>The executable.</returns>
    public static string Compile(string folder, string source, bool withUpcall = false, params IEnumerable<string> options)
    {
        GuestFiles.Write(folder);
        File.WriteAllText(System.IO.Path.Combine(folder, "guest.c"), source);
        IEnumerable<string> arguments =
        [
            "-m32", "-std=c11", "-O2", "-Wall", "-Wextra", "-Werror", "-ffreestanding", "-fno-pic", "-fno-stack-protector", "-nostdlib", "-static", "-no-pie",
            "-T", "nanokernel.ld", .. options, "-o", "guest.elf", "guest.c", "nanokernel_start.c", .. withUpcall ? ["nanokernel_upcall.c"] : Array.Empty<string>(),
        ];
        var result = Cli.Wrap(Path!).WithWorkingDirectory(folder).WithArguments(arguments).WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync().GetAwaiter().GetResult();
        Assert.True(result.ExitCode == 0, result.StandardError);
        return System.IO.Path.Combine(folder, "guest.elf");
    }

    private static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => System.IO.Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);
}
