using System.Globalization;
using System.Text.RegularExpressions;
using Nanokernel.Abi;
using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Nanokernel.X86.Building;
using Nanokernel.X86.Toolchain;
using Xunit;

namespace Nanokernel.Image.Tests.Hostile;

/// <summary>
/// One partition tries every port, every page, every privileged instruction, every vector, random hypercalls, flags, segments and stacks,
/// and at last an endless loop. What it reaches has to be what the system gave it, and two others must not notice.
/// </summary>
public partial class HostilePartitionTests
{
    private const uint PageSize = VirtualMemoryMap.PageSize;

    // The ceiling of interrupts_off_longest_instructions, and one count of the 8254, by which its rounding moves an expiry.
    private const int LatenessTolerance = 1_500 + 839;

    private static readonly BackEnd[] BackEnds = [BackEnd.Legacy, BackEnd.Apic];

    private static readonly SourceSystem System = new SourceSystem("hostile")
        .Partition("sender", VictimSources.Sender, partition => partition.WithPriority(Priority.RealTime))
        .Partition("receiver", VictimSources.Receiver, partition => partition.WithPriority(Priority.High).MayEndSystem())
        .Partition("hostile", HostileSource.Text, partition => partition
            .WithPriority(Priority.Background).HandlesExceptions().OwnsPorts(HostileSource.FirstOwnPort, HostileSource.FirstOwnPort + 7))
        .Queue("ticks", 16, from: "sender", to: "receiver")
        .Queue("forged", HostileSource.ForgedCapacity, from: "hostile", to: "receiver")
        .Queue("spoilt", HostileSource.SpoiltCapacity, from: "sender", to: "hostile")
        .Queue("phases", 4, from: "hostile", to: "receiver");

    private static readonly Dictionary<BackEnd, Lazy<Task<TestRun>>> Runs = BackEnds.ToDictionary(
        backEnd => backEnd, backEnd => new Lazy<Task<TestRun>>(() => TestRun.OfAsync(System.On(backEnd), CompilerMode.Release)));

    public static TheoryData<BackEnd> Rows => [.. BackEnds];

    /// <summary>1 for a byte read, 2 for four bytes, which have to be its own to the last, 4 for a byte written.</summary>
    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Of_all_ports_exactly_its_own_are_reached(BackEnd backEnd)
    {
        var run = await Runs[backEnd].Value;
        for (var port = 0; port < 8; port++)
            run.Printed($"[hostile] port {HostileSource.FirstOwnPort + port:X4} {(port < 5 ? 7 : 5)}");
        run.Printed("[hostile] ports reached: 8");
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Of_four_gibibytes_exactly_the_pages_that_the_system_gave_are_reached(BackEnd backEnd)
    {
        var run = await Runs[backEnd].Value;
        var reached = run.Debug.Select(line => PageRange().Match(line)).Where(match => match.Success)
            .SelectMany(match => Pages(Page(match, 1), Page(match, 2) + 1).Select(page => (Page: page, Rights: match.Groups[3].Value)))
            .ToDictionary(page => page.Page, page => page.Rights);

        run.Printed("[hostile] pages tried");
        Assert.Equal(Given(), reached.OrderBy(page => page.Key));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task No_privileged_instruction_and_no_way_into_ring_0_passes(BackEnd backEnd) =>
        (await Runs[backEnd].Value)
            .DidNotPrint("passed")
            .Printed($"[hostile] instructions refused: {HostileSource.Privileged.Count}");

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task No_software_interrupt_but_the_hypercall_passes(BackEnd backEnd) =>
        (await Runs[backEnd].Value).Printed("[hostile] software interrupts refused: 255");

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Any_hypercall_any_flags_any_segments_and_any_stack_leave_the_kernel_alive(BackEnd backEnd) =>
        (await Runs[backEnd].Value)
            .Printed("[hostile] hypercalls tried").Printed("[hostile] registers tried").Printed("[hostile] floods tried").Printed("[hostile] scribbling done")
            .ExitedWith(0);

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task The_others_lose_no_message_no_memory_and_no_tick(BackEnd backEnd)
    {
        var run = await Runs[backEnd].Value;
        run.DidNotPrint("memory is damaged");
        for (var phase = 0; phase < 4; phase++)
        {
            run.Printed($"[receiver] phase {phase}: ", " 0 wrong");
            var messages = run.Number($"phase {phase}:");
            Assert.InRange(messages, 49, long.MaxValue);

            // One a millisecond, all the time.
            Assert.InRange((messages * 1_000) - Figure(run, phase, "took"), -1_100, 1_100);
            Assert.InRange(Figure(run, phase, "expirations"), messages - 1, messages + 1);
        }

        foreach (var line in run.Debug.Where(line => line.StartsWith("[receiver] phase", StringComparison.Ordinal)))
            TestContext.Current.TestOutputHelper?.WriteLine($"{backEnd}: {line}");
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task The_ticks_of_the_others_come_as_punctually_as_before(BackEnd backEnd)
    {
        var run = await Runs[backEnd].Value;
        var before = Figure(run, 0, "latest");
        Assert.All(Enumerable.Range(1, 3), phase => Assert.InRange(Figure(run, phase, "latest"), 0, before + LatenessTolerance));
    }

    // What the build says that the partition has, page by page.
    private static IEnumerable<KeyValuePair<uint, string>> Given()
    {
        var image = System.Build(CompilerMode.Release);
        var index = image.System.Partitions.Single(partition => partition.Name == "hostile").Index;
        var placement = image.Layout.Partitions[index];
        var linked = image.Partitions[index];
        var given = new SortedDictionary<uint, string>();
        foreach (var segment in linked.Segments)
            Give(segment.Address, segment.MemoryBytes, segment.Access == SegmentAccess.ReadWrite ? "2" : "1");
        var stack = image.System.Partitions[index].StackBytes;
        var end = VirtualMemoryMap.PartitionBase + placement.Bytes;
        var imageEnd = linked.Segments.Max(segment => segment.Address + segment.MemoryBytes + PageSize - 1) & ~(PageSize - 1);

        // Image, guard, heap, guard, stack; the guards are a page each.
        Give(imageEnd + PageSize, end - stack - PageSize - imageEnd - PageSize, "2");
        Give(end - stack, stack, "2");
        Give(VirtualMemoryMap.ControlPage, PageSize, "2");
        Give(VirtualMemoryMap.InformationPage, PageSize, "1");
        foreach (var region in image.System.Regions)
        {
            if (region.Uses.FirstOrDefault(use => use.Partition == index) is { } use)
                Give(image.Layout.Regions[region.Index].AddressFor(use), region.Bytes, use.IsWritable ? "2" : "1");
        }

        return given;

        void Give(uint address, uint bytes, string rights)
        {
            foreach (var page in Pages(address / PageSize, (address + bytes + PageSize - 1) / PageSize))
                given.Add(page, rights);
        }
    }

    private static IEnumerable<uint> Pages(uint start, uint end)
    {
        for (var page = start; page < end; page++)
            yield return page;
    }

    private static uint Page(Match match, int group) => uint.Parse(match.Groups[group].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static long Figure(TestRun run, int phase, string name)
    {
        var line = run.Debug.Single(line => line.Contains($"[receiver] phase {phase}: ", StringComparison.Ordinal));
        var match = Regex.Match(line, name is "latest" or "took" ? name + " (\\d+)" : "(\\d+) " + name);
        return long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^\[hostile\] pages ([0-9A-F]{5})-([0-9A-F]{5}) ([12])$")]
    private static partial Regex PageRange();
}
