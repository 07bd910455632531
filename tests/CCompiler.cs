using System.Diagnostics;
using Nanokernel.X86.Guests;
using Xunit;

namespace Nanokernel.Tests;

/// <summary>A C compiler of the machine, with a linker. A test for one that cannot make programs for IA-32 is skipped, and says why.</summary>
internal sealed class CCompiler
{
    private static readonly Dictionary<string, Lazy<CCompiler>> All = new[]
    {
        new CCompiler("gcc", ["-m32"], ["-O2", "-Wall", "-Wextra", "-Werror"]),
        new CCompiler("clang", ["--target=i386-linux-gnu", "-fuse-ld=lld"], ["-O2", "-Wall", "-Wextra", "-Werror"]),
        new CCompiler("tcc", ["-m32"], ["-Wall", "-Werror"]) { LinksByItself = false },
    }.ToDictionary(compiler => compiler._name, compiler => new Lazy<CCompiler>(() => compiler.Try()));

    private static readonly string[] Freestanding = ["-std=c11", "-ffreestanding", "-fno-pic", "-fno-stack-protector"];

    private readonly string _name;
    private readonly IReadOnlyList<string> _target;
    private readonly IReadOnlyList<string> _strict;
    private string? _obstacle;

    private CCompiler(string name, IReadOnlyList<string> target, IReadOnlyList<string> strict) => (_name, _target, _strict) = (name, target, strict);

    private bool LinksByItself { get; init; } = true;

    /// <summary>The compilers that guests are for.</summary>
    public static TheoryData<string> Names => [.. All.Keys];

    /// <summary>The compiler of a name. Where it is not there, the calling test is skipped.</summary>
    public static CCompiler Named(string name)
    {
        var compiler = All[name].Value;
        Assert.SkipWhen(compiler._obstacle is not null, compiler._obstacle ?? "");
        return compiler;
    }

    /// <summary>Compiles a program to an object, without a warning.</summary>
    /// <param name="folder">Where it and the files that the SDK ships for guests go.</param>
    /// <param name="source">The program; functions of a header that it does not use are no matter.</param>
    public void Check(string folder, string source)
    {
        GuestFiles.Write(folder);
        File.WriteAllText(Path.Combine(folder, "guest.c"), source);
        Assert.Null(Run(folder, _name, [.. _target.Where(IsNotOfTheLinker), .. Freestanding, .. _strict, "-Wno-unused-function", "-c", "-o", "guest.o", "guest.c"]));
    }

    /// <summary>Compiles a program, without a warning, and links it with the files that the SDK ships for guests.</summary>
    /// <param name="folder">Where everything goes.</param>
    /// <param name="source">The program.</param>
    /// <param name="withUpcall">Whether it has a handler of interrupts.</param>
    /// <param name="options">More options.</param>
    /// <returns>The executable.</returns>
    public string Compile(string folder, string source, bool withUpcall = false, params IEnumerable<string> options)
    {
        GuestFiles.Write(folder);
        File.WriteAllText(Path.Combine(folder, "guest.c"), source);
        string[] sources = ["guest.c", "nanokernel_start.c", .. withUpcall ? ["nanokernel_upcall.c"] : Array.Empty<string>()];
        Assert.Null(Build(folder, sources, ["-T", "nanokernel.ld"], [.. _strict, .. options]));
        return Path.Combine(folder, "guest.elf");
    }

    /// <summary>Whether it can compile for IA-32 and link is tried with a program that has nothing of ours.</summary>
    private CCompiler Try()
    {
        if (Find(_name) is null)
        {
            _obstacle = $"{_name} is not installed";
            return this;
        }

        var folder = Directory.CreateTempSubdirectory("nanokernel-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "guest.c"), "#include <stddef.h>\n#include <stdint.h>\nvoid _start(void);\nvoid _start(void) { }\n");
            if (Build(folder, ["guest.c"], [], []) is { } words)
                _obstacle = $"{_name} makes no programs for IA-32 here: {words}";
            return this;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private string? Build(string folder, IReadOnlyList<string> sources, IReadOnlyList<string> script, IReadOnlyList<string> options)
    {
        if (LinksByItself)
            return Run(folder, _name, [.. _target, .. Freestanding, "-nostdlib", "-static", .. script, .. options, "-o", "guest.elf", .. sources]);
        foreach (var source in sources)
        {
            if (Run(folder, _name, [.. _target, .. Freestanding, .. options, "-c", "-o", Path.ChangeExtension(source, ".o"), source]) is { } words)
                return words;
        }

        return Run(folder, "ld", ["-m", "elf_i386", "-static", .. script, "-o", "guest.elf", .. sources.Select(source => Path.ChangeExtension(source, ".o"))]);
    }

    private static bool IsNotOfTheLinker(string option) => !option.StartsWith("-fuse-ld", StringComparison.Ordinal);

    /// <returns>What it said when it failed; otherwise null.</returns>
    private static string? Run(string folder, string name, IReadOnlyList<string> arguments)
    {
        if (Find(name) is not { } path)
            return $"{name} is not installed";
        var start = new ProcessStartInfo(path, arguments) { WorkingDirectory = folder, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["LC_ALL"] = "C";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : error;
    }

    private static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);
}
