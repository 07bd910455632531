using CsCheck;
using Nanokernel.Abi;
using Nanokernel.Policy;

namespace Nanokernel.Core.Tests.Policy;

/// <summary>The kernel's history of requests against a dictionary.</summary>
public unsafe class PersistentHistoryTests
{
    private const uint Identity = 0x1234_5678;
    private const uint PoolBytes = 8192;

    [Fact]
    public void It_answers_as_a_dictionary_does_and_no_two_blocks_overlap_over_any_resets()
    {
        var request = Gen.Select(Gen.UInt[0, 40], Gen.OneOf(Gen.UInt[1, 200], Gen.UInt[1, PoolBytes + 100]), Gen.Bool);
        request.Array[0, 100].Sample(requests =>
        {
            var page = new uint[1024];
            Random.Shared.NextBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(page.AsSpan()));
            var model = new Dictionary<uint, (uint Bytes, uint Offset)>();
            fixed (uint* memory = page)
            {
                Assert.False(new PersistentHistory(memory, Identity, PoolBytes).Open());
                foreach (var (name, bytes, reset) in requests)
                {
                    if (reset)
                        Assert.True(new PersistentHistory(memory, Identity, PoolBytes).Open());
                    var outcome = Request(memory, name, bytes, out var value);
                    if (model.TryGetValue(name, out var known))
                    {
                        Assert.Equal(known.Bytes == bytes ? PersistentBlockOutcome.Found : PersistentBlockOutcome.OtherSize, outcome);
                        Assert.Equal(known.Bytes == bytes ? known.Offset : known.Bytes, value);
                        continue;
                    }

                    var used = model.Values.Aggregate(0u, (sum, block) => sum + ((block.Bytes + 63) / 64 * 64));
                    if (model.Count == PersistentHistory.Capacity)
                    {
                        Assert.Equal(PersistentBlockOutcome.TooManyBlocks, outcome);
                    }
                    else if (used + ((bytes + 63) / 64 * 64) > PoolBytes)
                    {
                        Assert.Equal(PersistentBlockOutcome.PoolFull, outcome);
                    }
                    else
                    {
                        Assert.Equal((PersistentBlockOutcome.Created, used), (outcome, value));
                        model.Add(name, (bytes, value));
                    }
                }
            }
        });
    }

    [Fact]
    public void Every_bit_that_turns_over_is_noticed_and_the_history_begins_anew()
    {
        var page = new uint[1024];
        fixed (uint* memory = page)
        {
            new PersistentHistory(memory, Identity, PoolBytes).Open();
            for (var name = 0u; name < 3; name++)
                Request(memory, name, 100, out _);

            // The head, the entries up to their checksums, and the mark of the first that is free.
            int[] words = [0, 1, 2, .. Enumerable.Range(0, 3).SelectMany(entry => Enumerable.Range(16 + (entry * 16), 12)), 64];
            foreach (var word in words)
            {
                for (var bit = 0; bit < 32; bit++)
                {
                    var copy = (uint[])page.Clone();
                    copy[word] ^= 1u << bit;
                    fixed (uint* spoilt = copy)
                    {
                        Assert.False(new PersistentHistory(spoilt, Identity, PoolBytes).Open());
                        Assert.Equal(PersistentBlockOutcome.Created, Request(spoilt, 1, 64, out var offset));
                        Assert.Equal(0u, offset);
                    }
                }
            }
        }
    }

    [Fact]
    public void A_request_that_a_reset_cuts_off_was_made_or_was_not()
    {
        for (var written = 0; written < 12; written++)
        {
            var page = new uint[1024];
            fixed (uint* memory = page)
            {
                var history = new PersistentHistory(memory, Identity, PoolBytes);
                history.Open();
                Request(memory, 1, 100, out _);
                var before = (uint[])page.Clone();
                Request(memory, 2, 200, out _);

                // All words but the mark come first, in any order.
                var after = (uint[])page.Clone();
                before.CopyTo(page.AsSpan());
                for (var word = 1; word <= written; word++)
                    page[32 + word] = after[32 + word];
                Assert.True(history.Open());
                Assert.Equal(PersistentBlockOutcome.Found, Request(memory, 1, 100, out _));
                Assert.Equal(PersistentBlockOutcome.Created, Request(memory, 3, 50, out var offset));
                Assert.Equal(128u, offset);
            }
        }
    }

    [Theory]
    [InlineData(Identity + 1, PoolBytes)]
    public void The_history_of_another_pool_is_not_taken_over(uint identity, uint bytes)
    {
        var page = new uint[1024];
        fixed (uint* memory = page)
        {
            new PersistentHistory(memory, Identity, PoolBytes).Open();
            Request(memory, 1, 100, out _);
            Assert.False(new PersistentHistory(memory, identity, bytes).Open());
        }
    }

    [Fact]
    public void A_search_that_begins_behind_the_blocks_that_are_there_is_refused_and_adds_nothing()
    {
        var page = new uint[1024];
        fixed (uint* memory = page)
        {
            var history = new PersistentHistory(memory, Identity, PoolBytes);
            history.Open();
            Request(memory, 1, 100, out _);
            var before = (uint[])page.Clone();
            var identifier = stackalloc uint[PersistentBlockRequest.IdentifierWords];
            foreach (var searched in new uint[] { 2, 3, PersistentHistory.Capacity, PersistentHistory.Capacity + 1, int.MaxValue, uint.MaxValue })
                Assert.Equal(HypercallStatus.InvalidArgument, history.Request(identifier, 100, searched, out _));
            Assert.Equal(before, page);
        }
    }

    private static int Request(uint* memory, uint name, uint bytes, out uint value)
    {
        var identifier = stackalloc uint[PersistentBlockRequest.IdentifierWords];
        for (var word = 0; word < PersistentBlockRequest.IdentifierWords; word++)
            identifier[word] = name ^ (uint)word;
        var outcome = PersistentBlockOutcome.Unfinished;
        value = 0;
        while (outcome == PersistentBlockOutcome.Unfinished)
            outcome = new PersistentHistory(memory, Identity, PoolBytes).Request(identifier, bytes, value, out value);
        return outcome;
    }
}
