using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Nanokernel.Runtime.Conformance.Cases;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Runtime.Conformance;

/// <summary>
/// The same source runs here and in a partition, and prints the same. The cases exercise each C# feature that asks something of the
/// run-time helpers or the core library, and the members of the core library.
/// </summary>
public class ConformanceTests
{
    private const string Prefix = "[cases] ";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    // As Utf8Output.cs has it for the host.
    private const string Utf8Output = """
        namespace Nanokernel.Runtime.Conformance;

        public static class Utf8Output
        {
            public static void Write(ReadOnlySpan<byte> text) => Console.Write(text);

            public static void WriteLine(ReadOnlySpan<byte> text) => Console.WriteLine(text);

            public static void WriteBetween(ReadOnlySpan<byte> text, int number) => Console.WriteLine($"{number} {text} {number}");
        }
        """;

    private static readonly SourceSystem Cases = new SourceSystem("conformance").Partition(
        "cases",
        [
            "[Partition] static partial class Conformance { static void Main() { Nanokernel.Runtime.Conformance.Cases.AllCases.Run(); " + MemberSources.Calls + "} }",
            .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Cases"), "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText),
            .. MemberSources.All,
            Utf8Output,
        ],
        partition => partition.WithMemory(8.MiB()).WithStack(256.KiB()));

    /// <summary>The members that no case can use, and why.</summary>
    private static readonly Dictionary<string, string> Unused = new(StringComparer.Ordinal)
    {
        ["System.Environment.Exit(Int32)"] = "ends the partition; the tests of images have it",
        ["System.Environment.FailFast(String)"] = "ends the partition; FaultTests has it",
        ["System.Nullable`1.op_Explicit(System.Nullable`1<!0>)"] = "C# reads Value for the cast",
        ["System.Nullable`1.op_Implicit(!0)"] = "C# calls the constructor for the conversion",
    };

    // Once: the cases change static fields, as a partition's do.
    private static readonly string[] Expected = RunHere();

    [Theory]
    [InlineData(CompilerMode.Debug)]
    [InlineData(CompilerMode.Release)]
    public async Task A_partition_computes_what_the_host_computes(CompilerMode mode)
    {
        await using var machine = await Cases.StartAsync(mode, options => options with { CountInstructions = false }, TestContext.Current.CancellationToken);
        var code = await machine.WaitForExitAsync(Limit, TestContext.Current.CancellationToken);
        var lines = machine.DebugConsole.Lines.Where(line => line.StartsWith(Prefix, StringComparison.Ordinal)).Select(line => line[Prefix.Length..]).ToArray();
        Assert.Equal(Expected, lines);
        Assert.Equal(0, code);
    }

    [Fact]
    public void Every_public_member_of_the_library_is_exercised()
    {
        var cases = ((PartitionProject)Cases.Build(CompilerMode.Release).System.Partitions[0].Program).AssemblyPath;
        var used = MemberReferences.In(cases);

        var missing = MemberReferences.PublicOf(Path.Combine(Path.GetDirectoryName(cases)!, "Nanokernel.Runtime.dll"))
            .Where(member => !used.Contains(member))
            .ToArray();

        var unexpected = missing.Except(Unused.Keys).ToArray();
        Assert.True(unexpected.Length == 0, $"No case uses:\n{string.Join('\n', unexpected)}");
        Assert.Equal(Unused.Count, missing.Length);
    }

    private static string[] RunHere()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var console = Console.Out;
        using var text = new StringWriter { NewLine = "\n" };
        Console.SetOut(text);
        try
        {
            AllCases.Run();
            MemberSources.RunHere();
        }
        finally
        {
            Console.SetOut(console);
        }

        return text.ToString().TrimEnd('\n').Split('\n');
    }
}
