using Nanokernel.Abi;
using Nanokernel.Policy;

namespace Nanokernel.Core.Tests.Policy;

public sealed unsafe class TraceRingTests
{
    private const uint Capacity = 256;
    private const ulong Identity = 0x0123_4567_89AB_CDEF;

    [Fact]
    public void Memory_that_holds_anything_becomes_an_empty_ring()
    {
        var header = new TraceHeader { Magic = 17, Version = 1, Boots = 99, Written = ulong.MaxValue };

        TraceRing.Open(&header, Capacity, Identity, 1000, 5);

        Assert.Equal((TraceHeader.ExpectedMagic, TraceHeader.CurrentVersion, Capacity), (header.Magic, header.Version, header.Capacity));
        Assert.Equal((1u, 0ul, Identity, 1000ul, 5ul), (header.Boots, header.Written, header.Identity, header.TscFrequency, header.TscAtBoot));
    }

    [Fact]
    public void The_ring_of_an_earlier_start_goes_on()
    {
        TraceHeader header;
        TraceRing.Open(&header, Capacity, Identity, 1000, 5);
        header.Written = 1234;

        TraceRing.Open(&header, Capacity, Identity, 1001, 6);

        Assert.Equal((2u, 1234ul, 1001ul, 6ul), (header.Boots, header.Written, header.TscFrequency, header.TscAtBoot));
    }

    [Theory]
    [InlineData(Capacity * 2, Identity)]
    [InlineData(Capacity, Identity + 1)]
    public void The_ring_of_another_system_is_begun_anew(uint capacity, ulong identity)
    {
        TraceHeader header;
        TraceRing.Open(&header, Capacity, Identity, 1000, 5);
        header.Written = 1234;

        TraceRing.Open(&header, capacity, identity, 1000, 6);

        Assert.Equal((1u, 0ul, capacity, identity), (header.Boots, header.Written, header.Capacity, header.Identity));
    }
}
