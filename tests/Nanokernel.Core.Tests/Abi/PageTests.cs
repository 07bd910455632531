using System.Runtime.CompilerServices;
using Nanokernel.Abi;

namespace Nanokernel.Core.Tests.Abi;

/// <summary>What stands in the pages that every partition has, one behind the other.</summary>
public class PageTests
{
    [Fact]
    public void Nothing_overlaps_in_the_control_page() => AssertInOrder(
        (0, Unsafe.SizeOf<ControlPage>()),
        (ControlPage.ChannelStatesOffset, (int)InformationPage.ChannelEndMaximum * Unsafe.SizeOf<ChannelEndState>()),
        (ControlPage.PoolBlocksOffset, 32 * (Unsafe.SizeOf<ChannelEnd>() + Unsafe.SizeOf<ChannelEndState>())));

    [Fact]
    public void Nothing_overlaps_in_the_information_page() => AssertInOrder(
        (0, Unsafe.SizeOf<InformationPage>()),
        (InformationPage.ChannelEndsOffset, (int)InformationPage.ChannelEndMaximum * Unsafe.SizeOf<ChannelEnd>()),
        (InformationPage.PciFunctionsOffset, (int)InformationPage.PciFunctionMaximum * Unsafe.SizeOf<PciFunctionRecord>()),
        (InformationPage.MemoryWindowsOffset, (int)InformationPage.MemoryWindowMaximum * Unsafe.SizeOf<MemoryWindow>()));

    private static void AssertInOrder(params (uint Offset, int Bytes)[] parts)
    {
        Assert.All(parts.Zip(parts.Skip(1)), pair => Assert.True(
            pair.First.Offset + pair.First.Bytes <= pair.Second.Offset, $"{pair.First.Bytes} bytes at {pair.First.Offset} reach behind {pair.Second.Offset}"));
        Assert.True(parts[^1].Offset + parts[^1].Bytes <= VirtualMemoryMap.PageSize);
    }
}
