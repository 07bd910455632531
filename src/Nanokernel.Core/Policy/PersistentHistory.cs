// Who asked for which block of a pool of persistent memory: kept over restarts and resets.
using System.Threading;
using Nanokernel.Abi;

namespace Nanokernel.Policy;

/// <summary>
/// One page, which only the kernel sees: a head and an entry for each block, in the order of the first requests. Blocks are never given back,
/// so the next one begins where the latest ends. The mark of an entry is written last: a reset leaves an entry that is whole, or none. Whatever
/// is neither is damage, and the history begins anew. (Identifiers are words, so that no string is known here.)
/// </summary>
internal readonly unsafe struct PersistentHistory(uint* page, uint identity, uint poolBytes)
{
    /// <summary>The most blocks of a pool.</summary>
    public const int Capacity = 32;

    /// <summary>The most of them that a request looks at: it bounds the time in the kernel.</summary>
    public const int StepEntries = 8;

    /// <summary>What blocks begin at multiples of.</summary>
    public const uint Granularity = 64;

    // The head: magic, identity and the checksum of both. The identity is that of the pool in this system.
    private const uint HeadMagic = 0x4850_4B4E; // "NKPH"
    private const int EntriesOffset = 16;

    // An entry: mark, offset, bytes, identifier, and the checksum of its number and all of these.
    private const uint EntryMark = 0x4550_4B4E; // "NKPE"
    private const int EntryWords = 16;

    // FNV-1a by words: a tenth of a CRC's instructions. Each step loses nothing, so a change in one word is always seen.
    private const uint ChecksumStart = 0x811C_9DC5;
    private const uint ChecksumPrime = 0x0100_0193;
    private const int OffsetWord = 1;
    private const int BytesWord = 2;
    private const int IdentifierWord = 3;
    private const int ChecksumWord = IdentifierWord + PersistentBlockRequest.IdentifierWords;

    /// <summary>Takes over what is there, or begins anew.</summary>
    /// <returns>Whether there was a history of this pool, and it is whole.</returns>
    public bool Open()
    {
        if (IsWhole())
            return true;
        Volatile.Write(ref page[0], 0);
        for (var number = 0; number < Capacity; number++)
            Volatile.Write(ref *Entry(number), 0);
        page[1] = identity;
        page[2] = HeadChecksum;
        Volatile.Write(ref page[0], HeadMagic);
        return false;
    }

    /// <summary>
    /// Finds the block of an identifier, or takes free memory for it. Entries are only ever added behind the others, so a search that goes on
    /// later misses none.
    /// </summary>
    /// <param name="identifier">As many words as <see cref="PersistentBlockRequest.IdentifierWords"/>.</param>
    /// <param name="bytes">The bytes that are wanted.</param>
    /// <param name="searched">How many entries were looked at before: anything.</param>
    /// <param name="value">
    /// The block's offset in the pool; where the block has another size, that; where the search is unfinished, how many entries it has looked at.
    /// </param>
    /// <returns>A <see cref="PersistentBlockOutcome"/>, or <see cref="HypercallStatus.InvalidArgument"/> for a number that no search has reached.</returns>
    public int Request(uint* identifier, uint bytes, uint searched, out uint value)
    {
        value = 0;
        if (searched >= Capacity || (searched != 0 && *Entry((int)searched - 1) != EntryMark))
            return HypercallStatus.InvalidArgument;
        var end = (int)searched + StepEntries;
        if (end > Capacity)
            end = Capacity;
        for (var number = (int)searched; number < end; number++)
        {
            var entry = Entry(number);
            if (entry[0] != EntryMark)
                return Add(number, identifier, bytes, out value);
            if (IsNamed(entry, identifier))
            {
                var isSame = entry[BytesWord] == bytes;
                value = isSame ? entry[OffsetWord] : entry[BytesWord];
                return isSame ? PersistentBlockOutcome.Found : PersistentBlockOutcome.OtherSize;
            }
        }

        value = (uint)end;
        return end == Capacity ? PersistentBlockOutcome.TooManyBlocks : PersistentBlockOutcome.Unfinished;
    }

    private int Add(int number, uint* identifier, uint bytes, out uint value)
    {
        var latest = Entry(number - 1);
        var offset = number == 0 ? 0 : latest[OffsetWord] + Taken(latest[BytesWord]);
        value = offset;
        if (bytes > poolBytes || Taken(bytes) > poolBytes - offset)
            return PersistentBlockOutcome.PoolFull;
        var entry = Entry(number);
        entry[OffsetWord] = offset;
        entry[BytesWord] = bytes;
        for (var word = 0; word < PersistentBlockRequest.IdentifierWords; word++)
            entry[IdentifierWord + word] = identifier[word];
        entry[ChecksumWord] = ChecksumOf(number);
        Volatile.Write(ref entry[0], EntryMark);
        return PersistentBlockOutcome.Created;
    }

    private bool IsWhole()
    {
        if (page[0] != HeadMagic || page[1] != identity || page[2] != HeadChecksum)
            return false;
        var ended = false;
        for (var number = 0; number < Capacity; number++)
        {
            var mark = *Entry(number);
            if (mark == 0)
                ended = true;
            else if (ended || mark != EntryMark || Entry(number)[ChecksumWord] != ChecksumOf(number))
                return false;
        }

        return true;
    }

    private uint HeadChecksum => Add(Add(ChecksumStart, HeadMagic), identity);

    private uint ChecksumOf(int number)
    {
        var entry = Entry(number);
        var state = Add(ChecksumStart, (uint)number);
        for (var word = OffsetWord; word < ChecksumWord; word++)
            state = Add(state, entry[word]);
        return state;
    }

    private static uint Add(uint state, uint word) => (state ^ word) * ChecksumPrime;

    private static bool IsNamed(uint* entry, uint* identifier)
    {
        for (var word = 0; word < PersistentBlockRequest.IdentifierWords; word++)
        {
            if (entry[IdentifierWord + word] != identifier[word])
                return false;
        }

        return true;
    }

    private static uint Taken(uint bytes) => (bytes + Granularity - 1) & ~(Granularity - 1);

    private uint* Entry(int number) => page + EntriesOffset + (number * EntryWords);
}
