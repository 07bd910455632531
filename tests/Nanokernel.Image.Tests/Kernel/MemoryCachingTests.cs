using System.Globalization;
using System.Text.RegularExpressions;
using Nanokernel.Image.Tests.Infrastructure;
using Nanokernel.Testing;
using Xunit;

namespace Nanokernel.Image.Tests.Kernel;

/// <summary>How the memory of devices is cached: in the page tables in force, as QEMU's monitor shows them, and in the register behind them.</summary>
public partial class MemoryCachingTests
{
    private const string WithNoExecute = "max";
    private const string WithoutNoExecute = "max,-nx";
    private const string WithoutTable = "qemu32,-pat";

    private const string Source = """
        [Partition]
        static partial class Owner
        {
            static void Main()
            {
                var memory = DeviceMemory.At(0xE0000000, 4);
                memory.WriteUInt32(0, 1);
                DeviceMemory.Flush();
                Processor.Yield();
                Console.WriteLine("ready");
                Processor.Wait();
            }
        }
        """;

    // The first is large enough for large pages of either kind.
    private static readonly SourceSystem System = new SourceSystem("memory-caching").Partition("owner", Source, partition => partition
        .OwnsDevice(Card("combined", 0xE000_0000, MemoryCaching.WriteCombining, 0x40_0000))
        .OwnsDevice(Card("through", 0xE080_0000, MemoryCaching.WriteThrough))
        .OwnsDevice(Card("back", 0xE081_0000, MemoryCaching.WriteBack))
        .OwnsDevice(Card("uncached", 0xE082_0000, MemoryCaching.Uncached))
        .OwnsDevice(Card("small", 0xE083_0000, MemoryCaching.WriteCombining))
        .OwnsDevice(Pc.VgaText));

    private static readonly SourceSystem Plain = new SourceSystem("memory-uncached").Partition(
        "owner", Source, partition => partition.OwnsDevice(Card("uncached", 0xE000_0000, MemoryCaching.Uncached)));

    public static TheoryData<string, CompilerMode> Cases => new()
    {
        { WithNoExecute, CompilerMode.Debug },
        { WithNoExecute, CompilerMode.Release },
        { WithoutNoExecute, CompilerMode.Debug },
        { WithoutNoExecute, CompilerMode.Release },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_page_entries_have_the_bits_of_each_kind(string cpu, CompilerMode mode)
    {
        var pages = await ReadPagesAsync(cpu, mode);

        Assert.All(PagesOf(pages, 0xE000_0000, 0x40_0000), page => Assert.Equal("C-", page.Caching));
        Assert.Equal("-T", Assert.Single(PagesOf(pages, 0xE080_0000, 0x1000)).Caching);
        Assert.Equal("--", Assert.Single(PagesOf(pages, 0xE081_0000, 0x1000)).Caching);
        Assert.Equal("CT", Assert.Single(PagesOf(pages, 0xE082_0000, 0x1000)).Caching);
        Assert.Equal("C-", Assert.Single(PagesOf(pages, 0xE083_0000, 0x1000)).Caching);
        Assert.Equal(8, PagesOf(pages, 0xB_8000, 0x8000).Count(page => page.Caching == "CT"));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task No_page_of_a_device_is_mapped_in_a_second_way(string cpu, CompilerMode mode)
    {
        var pages = await ReadPagesAsync(cpu, mode);

        Assert.All(PagesOf(pages, 0xA_0000, 0x4_0000), page => Assert.InRange(page.Virtual, 0xB800_0000u, 0xBFFF_FFFFu));
        Assert.All(pages.GroupBy(page => page.Physical), page => Assert.Single(page.Select(mapping => mapping.Caching).Distinct()));
    }

    [Theory]
    [CompilerModes]
    public async Task The_page_attribute_table_has_write_combining_in_entry_2(CompilerMode mode)
    {
        // mov ecx, IA32_PAT; rdmsr; ud2: the dump of the kernel's end shows the register.
        var run = await PatchedKernel.RunAsync(
            System, mode, kernel => kernel.Write("nk_serve_yield", 0xB9, 0x77, 0x02, 0, 0, 0x0F, 0x32, 0x0F, 0x0B));

        run.ExitedWith(102).Printed("fault: [kernel] eax 0x00010406 ", " ecx 0x00000277 edx 0x00010406");
    }

    [Theory]
    [CompilerModes]
    public async Task A_processor_without_the_table_is_refused_where_the_system_needs_it(CompilerMode mode)
    {
        (await TestRun.OfAsync(System, mode, options => options with { Cpu = WithoutTable })).ExitedWith(103)
            .Printed("the system cannot run on this machine: its processor lacks a page attribute table (PAT)");

        await using var monitor = await HumanMonitor.StartAsync(Plain, mode, "ready", options => options with { Cpu = WithoutTable });
    }

    private static async Task<IReadOnlyList<Mapping>> ReadPagesAsync(string cpu, CompilerMode mode)
    {
        await using var monitor = await HumanMonitor.StartAsync(System, mode, "ready", options => options with { Cpu = cpu });
        return [.. PageLine().Matches(await monitor.AskAsync("info tlb")).Select(Mapping.Parse)];
    }

    private static List<Mapping> PagesOf(IEnumerable<Mapping> pages, uint address, uint bytes)
    {
        List<Mapping> found = [.. pages.Where(page => page.Physical >= address && page.Physical - address < bytes)];
        Assert.NotEmpty(found);
        return found;
    }

    private static Device Card(string name, uint address, MemoryCaching caching, uint bytes = 0x1000) =>
        new(name) { Memory = [new(address, bytes, caching)] };

    // Virtual and physical address; no-execute, global, large, dirty, accessed, PCD, PWT, user, writable.
    [GeneratedRegex(@"^([0-9a-f]{8,16}): ([0-9a-f]{8,16}) [X-][G-][P-][D-][A-]([C-][T-])[U-][W-]$", RegexOptions.Multiline)]
    private static partial Regex PageLine();

    private sealed record Mapping(uint Virtual, uint Physical, string Caching)
    {
        public static Mapping Parse(Match line) => new(Number(line.Groups[1]), Number(line.Groups[2]), line.Groups[3].Value);

        private static uint Number(Group digits) => (uint)ulong.Parse(digits.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }
}
