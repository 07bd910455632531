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

    private static readonly SourceSystem Cases = new SourceSystem("conformance").Partition(
        "cases",
        [
            "[Partition] static partial class Conformance { static void Main() { Nanokernel.Runtime.Conformance.Cases.AllCases.Run(); " + MemberSources.Calls + "} }",
            .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Cases"), "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText),
            .. MemberSources.All,
        ],
        partition => partition.WithMemory(8.MiB()).WithStack(256.KiB()));

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

    /// <summary>By name and number of parameters. Two end the partition: <see cref="FaultTests"/> and the tests of images have them.</summary>
    [Fact]
    public void Every_public_member_of_the_library_is_exercised()
    {
        string[] ending = ["System.Environment.Exit/1", "System.Environment.FailFast/1"];
        var cases = Cases.Build(CompilerMode.Release).System.Partitions[0].Project.AssemblyPath;
        var called = MemberReferences.In(cases);

        var missing = MemberReferences.PublicOf(Path.Combine(Path.GetDirectoryName(cases)!, "Nanokernel.Runtime.dll"))
            .Where(member => !called.Contains(member))
            .Except(ending);

        Assert.Empty(missing);
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
