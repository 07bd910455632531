using Nanokernel.Abi;

namespace Nanokernel.Core.Tests.Persistence;

/// <summary>
/// The two copies of a block against the simplest model, a content that a commit replaces at once: the machine ends in front of every single
/// write, and every bit of what is kept is turned over.
/// </summary>
public class PersistentCopiesTests
{
    private const uint Name = 0x1234_5678;
    private const uint Layout = 0x9ABC_DEF0;

    // The last word has one byte that counts.
    private const uint Bytes = 13;

    private const int ContentWord = (int)PersistentBlock.HeadBytes / 4;

    private static readonly int Words = (int)PersistentBlock.BytesFor(Bytes) / 4;

    private static readonly int KeptWord = (int)PersistentBlock.SecondCopy(Bytes) / 4;

    public static TheoryData<int> PowerOn => [0, 1, 2, 3];

    [Theory]
    [MemberData(nameof(PowerOn))]
    public void Memory_after_power_on_is_first_used_until_something_is_committed(int seed)
    {
        var memory = AfterPowerOn(seed);
        for (var start = 0; start < 3; start++)
        {
            Assert.Equal(PersistentState.FirstUse, Copies(memory).Open());
            Assert.Equal(0u, ContentOf(memory));
            Set(memory, 7);
        }

        Copies(memory).Commit();
        Assert.Equal(PersistentState.Intact, Copies(memory).Open());
        Assert.Equal(7u, ContentOf(memory));
    }

    [Theory]
    [MemberData(nameof(PowerOn))]
    public void Wherever_a_first_use_is_cut_off_it_is_the_first_use_again(int seed)
    {
        for (var cut = 0; ; cut++)
        {
            var memory = AfterPowerOn(seed);
            var ended = memory.Run(cut, () => Copies(memory).Open());
            Assert.Equal(PersistentState.FirstUse, Copies(memory).Open());
            Assert.Equal(0u, ContentOf(memory));
            if (ended)
                return;
        }
    }

    [Theory]
    [MemberData(nameof(PowerOn))]
    public void Wherever_a_commit_and_then_an_opening_are_cut_off_the_old_content_is_found_or_the_new_one(int seed)
    {
        for (uint old = 0; old < 4; old++)
        {
            var committed = false;
            for (var cut = 0; !committed; cut++)
            {
                var opened = false;
                for (var cutAgain = 0; !opened; cutAgain++)
                {
                    var memory = AfterCommits(seed, old);
                    Set(memory, old + 1);
                    committed = memory.Run(cut, () => Copies(memory).Commit());
                    opened = memory.Run(cutAgain, () => Copies(memory).Open());
                    var state = Copies(memory).Open();
                    var content = ContentOf(memory);
                    if (committed)
                        Assert.Equal(old + 1, content);
                    else
                        Assert.True(content == old || content == old + 1, $"{content} after {old}, cut in front of write {cut}, then {cutAgain}");
                    Assert.Equal(content == 0 ? PersistentState.FirstUse : PersistentState.Intact, state);

                    // And the block goes on working.
                    Set(memory, 77);
                    Copies(memory).Commit();
                    Assert.Equal(PersistentState.Intact, Copies(memory).Open());
                    Assert.Equal(77u, ContentOf(memory));
                }
            }
        }
    }

    [Fact]
    public void Every_bit_of_what_was_committed_that_turns_over_is_noticed()
    {
        foreach (var bit in BitsThatCount(KeptWord))
        {
            var memory = AfterCommits(seed: 1, 3);
            memory.Words[bit / 32] ^= 1u << (bit % 32);
            for (var start = 0; start < 3; start++)
            {
                Assert.Equal(PersistentState.Damaged, Copies(memory).Open());
                Assert.Equal(0u, ContentOf(memory));
                Set(memory, 5);
            }

            Copies(memory).Commit();
            Assert.Equal(PersistentState.Intact, Copies(memory).Open());
            Assert.Equal(5u, ContentOf(memory));
        }
    }

    [Fact]
    public void A_bit_that_turns_over_in_the_newest_copy_of_a_commit_that_was_cut_off_never_brings_older_content_back()
    {
        for (var cut = 0; ; cut++)
        {
            foreach (var bit in BitsThatCount(0).Concat(BitsThatCount(KeptWord)))
            {
                var memory = AfterCommits(seed: 2, 3);
                Set(memory, 4);
                if (memory.Run(cut, () => Copies(memory).Commit()))
                    return;
                var sealedBefore = memory.Words[0] == PersistentBlock.MagicValue;
                memory.Words[bit / 32] ^= 1u << (bit % 32);
                if (Copies(memory).Open() == PersistentState.Intact)
                    Assert.Equal(sealedBefore ? 4u : 3u, ContentOf(memory));
                else
                    Assert.Equal(0u, ContentOf(memory));
            }
        }
    }

    [Fact]
    public void Wherever_the_opening_of_a_damaged_block_is_cut_off_it_is_damaged()
    {
        foreach (var bit in BitsThatCount(KeptWord).Where(bit => bit / 32 != KeptWord))
        {
            var ended = false;
            for (var cut = 0; !ended; cut++)
            {
                var memory = AfterCommits(seed: 3, 3);
                memory.Words[bit / 32] ^= 1u << (bit % 32);
                ended = memory.Run(cut, () => Copies(memory).Open());
                Assert.Equal(PersistentState.Damaged, Copies(memory).Open());

                // And the first commit after it counts wherever it is cut off, once its copy is whole.
                var committed = false;
                for (var cutAgain = 0; !committed; cutAgain++)
                {
                    var again = new CutMemory([.. memory.Words]);
                    Set(again, 9);
                    committed = again.Run(cutAgain, () => Copies(again).Commit());
                    var isSealed = committed || again.Words[0] == PersistentBlock.MagicValue;
                    Assert.Equal(isSealed ? PersistentState.Intact : PersistentState.Damaged, Copies(again).Open());
                    Assert.Equal(isSealed ? 9u : 0u, ContentOf(again));
                }
            }
        }
    }

    [Fact]
    public void Generations_wrap()
    {
        var memory = AfterCommits(seed: 0, 1);
        memory.Words[4] = memory.Words[KeptWord + 4] = uint.MaxValue - 1;
        Copies(memory).Commit();
        for (var content = 10u; content < 14; content++)
        {
            var committed = false;
            for (var cut = 0; !committed; cut++)
            {
                var again = new CutMemory([.. memory.Words]);
                var before = ContentOf(again);
                Set(again, content);
                committed = again.Run(cut, () => Copies(again).Commit());
                Assert.Equal(PersistentState.Intact, Copies(again).Open());
                Assert.Contains(ContentOf(again), new[] { before, content });
            }

            Set(memory, content);
            Copies(memory).Commit();
        }
    }

    [Theory]
    [InlineData(Name + 1, Layout, Bytes)]
    [InlineData(Name, Layout + 1, Bytes)]
    [InlineData(Name, Layout, Bytes + 1)]
    public void What_another_image_has_kept_there_is_not_taken_for_this_ones(uint name, uint layout, uint bytes)
    {
        var memory = new CutMemory(new uint[Words]);
        var other = new PersistentCopies<CutMemory.Access>(memory.Open(), name, layout, bytes);
        other.Open();
        Set(memory, 3);
        other.Commit();
        Assert.Equal(PersistentState.Damaged, Copies(memory).Open());
        Assert.Equal(0u, ContentOf(memory));
    }

    [Fact]
    public void The_checksum_is_that_of_Ethernet()
    {
        // The check value of "CRC-32/ISO-HDLC" in Greg Cook's catalogue of CRC algorithms: of the digits 1 to 9.
        var state = Crc32.Add(Crc32.Add(Crc32.Start, 0x3433_3231), 0x3837_3635);
        Assert.Equal(0xCBF4_3926, Crc32.Finish(Crc32.Add(state, 0xFFFF_FF39, 1)));
    }

    private static PersistentCopies<CutMemory.Access> Copies(CutMemory memory) => new(memory.Open(), Name, Layout, Bytes);

    private static CutMemory AfterPowerOn(int seed)
    {
        var words = new uint[Words];
        var random = new Random(seed);
        for (var index = 0; index < words.Length && seed != 0; index++)
            words[index] = (uint)random.NextInt64();
        return new CutMemory(words);
    }

    /// <summary>The contents 1, 2 and so on were committed.</summary>
    private static CutMemory AfterCommits(int seed, uint commits)
    {
        var memory = AfterPowerOn(seed);
        Copies(memory).Open();
        for (var content = 1u; content <= commits; content++)
        {
            Set(memory, content);
            Copies(memory).Commit();
        }

        return memory;
    }

    private static void Set(CutMemory memory, uint content)
    {
        for (var index = 0; index < 3; index++)
            memory.Words[ContentWord + index] = content * 0x0101_0101;
        memory.Words[ContentWord + 3] = 0xFFFF_FF00 | content;
    }

    /// <summary>The content, which has to be in all bytes.</summary>
    private static uint ContentOf(CutMemory memory)
    {
        var content = memory.Words[ContentWord + 3] & 0xFF;
        for (var index = 0; index < 3; index++)
            Assert.Equal(content * 0x0101_0101, memory.Words[ContentWord + index]);
        return content;
    }

    private static IEnumerable<int> BitsThatCount(int firstWord) =>
        Enumerable.Range(0, 6).Concat(Enumerable.Range(ContentWord, 3)).SelectMany(word => Enumerable.Range((firstWord + word) * 32, 32))
            .Concat(Enumerable.Range((firstWord + ContentWord + 3) * 32, 8));
}
