using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Extensions;
using ArchUnitNET.Loader;
using Xunit;

namespace Nanokernel.Architecture.Tests;

/// <summary>The arrows of the design: Sdk to X86 to Core, and inside Core towards Abi.</summary>
public class ArrowTests
{
    private static readonly ArchUnitNET.Domain.Architecture Code = new ArchLoader()
        .LoadAssemblies(typeof(SystemBuilder).Assembly, typeof(X86.Toolchain.ObjectFile).Assembly)
        .Build();

    [Theory]
    [InlineData("Nanokernel.Abi", "Nanokernel.Policy")]
    [InlineData("Nanokernel.Abi", "Nanokernel.Model")]
    [InlineData("Nanokernel.Abi", "Nanokernel.Checking")]
    [InlineData("Nanokernel.Policy", "Nanokernel.Model")]
    [InlineData("Nanokernel.Policy", "Nanokernel.Checking")]
    [InlineData("Nanokernel.Policy", "Nanokernel.Layout")]
    [InlineData("Nanokernel.Model", "Nanokernel.Layout")]
    [InlineData("Nanokernel.Layout", "Nanokernel.Tracing")]
    [InlineData("Nanokernel.Reporting", "Nanokernel.Tracing")]
    [InlineData("Nanokernel.Tracing", "Nanokernel.Checking")]
    [InlineData("Nanokernel.X86.Toolchain", "Nanokernel.X86.Stubs")]
    [InlineData("Nanokernel.X86.Toolchain", "Nanokernel.X86.Building")]
    [InlineData("Nanokernel.X86.Toolchain", "Nanokernel.X86.Emulation")]
    [InlineData("Nanokernel.X86.Stubs", "Nanokernel.X86.Building")]
    [InlineData("Nanokernel.X86.Emulation", "Nanokernel.X86.Toolchain")]
    [InlineData("Nanokernel.X86.Emulation", "Nanokernel.X86.Building")]
    public void No_arrow_goes_from_one_room_to_the_other(string from, string to)
    {
        var arrows = Code.Types
            .Where(type => IsIn(type, from))
            .SelectMany(type => type.Dependencies)
            .Where(dependency => IsIn(dependency.Target, to))
            .Select(dependency => $"{dependency.Origin.FullName} -> {dependency.Target.FullName}")
            .Distinct();

        Assert.Empty(arrows);
    }

    [Fact]
    public void Each_room_named_by_these_tests_exists()
    {
        string[] rooms =
        [
            "Nanokernel.Abi", "Nanokernel.Policy", "Nanokernel.Model", "Nanokernel.Checking", "Nanokernel.Layout",
            "Nanokernel.Reporting", "Nanokernel.Tracing", "Nanokernel.X86.Toolchain", "Nanokernel.X86.Stubs", "Nanokernel.X86.Building", "Nanokernel.X86.Emulation",
        ];

        Assert.All(rooms, room => Assert.Contains(Code.Types, type => IsIn(type, room)));
    }

    [Fact]
    public void Core_knows_nothing_of_a_cpu()
    {
        var references = typeof(SystemBuilder).Assembly.GetReferencedAssemblies().Select(name => name.Name);

        Assert.DoesNotContain(references, name => name is "Nanokernel.X86" or "Iced" || name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
    }

    [Fact]
    public void The_runtime_refers_to_no_other_assembly()
    {
        using var file = new PEReader(File.OpenRead(RuntimePath()));

        Assert.Empty(file.GetMetadataReader().AssemblyReferences);
    }

    private static bool IsIn(IType type, string room) =>
        type.Namespace is { } space && (space.FullName == room || space.FullName.StartsWith(room + ".", StringComparison.Ordinal));

    private static string RuntimePath()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Nanokernel.slnx")))
            folder = folder.Parent;
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        return Path.Combine(folder!.FullName, "src/Nanokernel.Runtime/bin", configuration, "net10.0/Nanokernel.Runtime.dll");
    }
}
