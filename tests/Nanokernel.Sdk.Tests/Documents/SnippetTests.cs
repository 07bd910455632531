using System.Text.RegularExpressions;

namespace Nanokernel.Sdk.Tests.Documents;

/// <summary>Compiles every C# block of the README and of the guide as the project that its page says it is part of.</summary>
public partial class SnippetTests
{
    private const string TwoPartitions = """
        var system = SystemBuilder.Create("plant", Machines.Pc);
        var control = system.AddPartition("control", Projects.Control);
        var monitor = system.AddPartition("monitor", Projects.Monitor);
        """;

    private const string Recipe = "struct Recipe { public int Temperature; }";

    private const string RecipeContract =
        "public struct Recipe { public int Temperature; public int Minutes; } "
        + "[CallContract] public interface IRecipes { Recipe Load(int number); bool Store(int number, in Recipe recipe); }";

    /// <summary>What stands around the blocks of a page, in their order.</summary>
    private static readonly Dictionary<string, Snippet[]> Pages = new(StringComparer.Ordinal)
    {
        ["README.md"] = [Snippet.System(), Snippet.Partition("static void OnReceive() { } static int ReadSensor() => 0;")],
        ["docs/guide/README.md"] = [],
        ["docs/guide/building.md"] = [],
        ["docs/guide/debugging.md"] = [],
        ["docs/guide/events.md"] =
        [
            Snippet.System(TwoPartitions), Snippet.Members(), Snippet.Members(),
            Snippet.Statements("""[Awaits("filled")] static partial EventWaiter Filled { get; } [Awaits("heated")] static partial EventWaiter Heated { get; }"""),
        ],
        ["docs/guide/c-guests.md"] = [Snippet.System("""var system = SystemBuilder.Create("plant", Machines.Pc);""")],
        ["docs/guide/calls.md"] =
        [
            Snippet.Library(), Snippet.System(TwoPartitions),
            Snippet.Members() with { Rest = RecipeContract },
            Snippet.Members() with { Rest = RecipeContract },
        ],
        ["docs/guide/faults.md"] =
        [
            Snippet.System(TwoPartitions),
            Snippet.System(TwoPartitions),
            Snippet.Members(),
            Snippet.System(TwoPartitions),
            Snippet.Members() with { Rest = "static partial class Control { [Watches(\"control\")] private static partial FaultMonitor Watched { get; } }" },
            Snippet.Statements("static void OnException(ProcessorException exception, ref ExceptionFrame frame) { }"),
            Snippet.Members(),
        ],
        ["docs/guide/getting-started.md"] =
            [Snippet.System("""var system = SystemBuilder.Create("plant", Machines.Pc);""", "return system.Run(args);")],
        ["docs/guide/interrupts.md"] =
        [
            Snippet.System(TwoPartitions),
            Snippet.Statements("const ushort Data = 0x2F8, LineStatus = 0x2FD; const int DataReady = 1; static void Received(byte value) { }"),
            Snippet.Statements("static int counter;"),
            Snippet.Statements("static bool _received;"),
            Snippet.Members() with
            {
                Rest = "static partial class Control { static bool FirstCardAsks() => true; static bool SecondCardAsks() => true; "
                    + "static void ServeFirstCard() { } static void ServeSecondCard() { } }",
            },
            Snippet.System(TwoPartitions),
        ],
        ["docs/guide/latency.md"] = [],
        ["docs/guide/locks.md"] =
        [
            Snippet.System(TwoPartitions),
            Snippet.Members(),
            Snippet.Statements("static PartitionLock Bus => default; static void ResetBus() { } static void WriteRegisters() { }"),
        ],
        ["docs/guide/memory.md"] =
        [
            Snippet.System(TwoPartitions), Snippet.System(TwoPartitions), Snippet.Statements(""), Snippet.System(),
            Snippet.System(TwoPartitions), Snippet.Members(),
        ],
        ["docs/guide/partitions.md"] = [Snippet.Partition("static int Measure() => 0;")],
        ["docs/guide/pci.md"] =
        [
            Snippet.System(TwoPartitions),
            Snippet.Statements("static void OnNetwork() { }"),
            Snippet.Statements("static PciFunction network;"),
            Snippet.Statements("static PciFunction network;"),
            Snippet.System(),
        ],
        ["docs/guide/persistent-memory.md"] =
        [
            Snippet.System(TwoPartitions),
            Snippet.Members() with { Rest = "public struct Journal { public int Limit; public int Count; public int Latest; }" },
            Snippet.System(TwoPartitions),
            Snippet.Members() with { Rest = "public struct Journal { public int Limit; public int Count; public int Latest; }" },
        ],
        ["docs/guide/processor.md"] = [Snippet.System(TwoPartitions), Snippet.System(TwoPartitions), Snippet.System(TwoPartitions), Snippet.System(TwoPartitions)],
        ["docs/guide/queues.md"] =
        [
            Snippet.Library(), Snippet.System(TwoPartitions), Snippet.Members(), Snippet.Members(), Snippet.System(TwoPartitions),
            Snippet.System(TwoPartitions), Snippet.Members(), Snippet.Members(),
        ],
        ["docs/guide/running.md"] = [Snippet.Test()],
        ["docs/guide/shared-memory.md"] =
        [
            Snippet.System(TwoPartitions), Snippet.Members() with { Rest = Recipe }, Snippet.Members() with { Rest = Recipe },
            Snippet.System(TwoPartitions),
        ],
        ["docs/guide/systems.md"] = [Snippet.System(), Snippet.System()],
        ["docs/guide/time.md"] = [],
        ["docs/guide/tracing.md"] =
        [
            Snippet.System(TwoPartitions),
            Snippet.System(TwoPartitions),
            Snippet.Test() with
            {
                Rest = "global using System.IO; global using Xunit; global using static Fixture; "
                    + "static class Fixture { public static Nanokernel.X86.Building.ImageResult image => null!; }",
            },
        ],
    };

    public static TheoryData<string, int> Blocks =>
        [.. Pages.SelectMany(page => page.Value.Select((_, i) => new TheoryDataRow<string, int>(page.Key, i)))];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void A_block_compiles(string page, int block) =>
        Assert.Empty(Pages[page][block].FindErrors(ReadBlocks(page)[block]));

    [Fact]
    public void No_page_and_no_block_is_forgotten()
    {
        var pages = Directory.GetFiles(Path.Combine(Repository.Root, "docs", "guide"), "*.md")
            .Select(path => "docs/guide/" + Path.GetFileName(path))
            .Append("README.md");

        Assert.Equal(Pages.Keys.Order(StringComparer.Ordinal), pages.Order(StringComparer.Ordinal));
        Assert.All(Pages, page => Assert.Equal(page.Value.Length, ReadBlocks(page.Key).Length));
    }

    private static string[] ReadBlocks(string page) =>
        [.. CSharpBlock().Matches(File.ReadAllText(Path.Combine(Repository.Root, page))).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("^```csharp\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CSharpBlock();
}
