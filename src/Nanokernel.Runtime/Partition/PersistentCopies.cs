using Nanokernel.Abi;

namespace Nanokernel;

// The two copies of a block, and how one of them is whole at every moment:
//
//              working copy           kept copy
//   work       changes, magic 0       whole, generation n
//   commit 1   whole, n + 1           whole, n
//   commit 2   whole, n + 1           changes, magic 0
//   commit 3   whole, n + 1           whole, n + 1
//   work       changes, magic 0       whole, n + 1
//
// A magic is written before anything of its copy changes and after all of it has changed, so a partition that dies, or a machine that is
// reset, leaves one of these lines behind. What leaves anything else is damage. (Two copies and a generation are the ping-pong of Lampson
// and Sturgis, "Crash recovery in a distributed data storage system", 1979; here the program's references stay valid.)
internal struct PersistentCopies<TWords>(TWords words, uint nameHash, uint fingerprint, uint contentBytes)
    where TWords : struct, IPersistentWords
{
    private const uint Working = 0;

    // Offsets of PersistentBlock.
    private const uint Magic = 0;
    private const uint NameHash = 4;
    private const uint Fingerprint = 8;
    private const uint ContentBytes = 12;
    private const uint Generation = 16;
    private const uint Checksum = 20;

    private TWords _words = words;

    private readonly uint Kept => PersistentBlock.SecondCopy(contentBytes);

    // Finds what was committed last, and makes it the content of the working copy.
    internal PersistentState Open()
    {
        var workingIsWhole = IsWhole(Working);
        var keptIsWhole = IsWhole(Kept);
        if (keptIsWhole && !(workingIsWhole && IsNewer(Working, Kept)))
        {
            if (!workingIsWhole && WasNewest(Working, Kept))
                return Lose();
            _words.Write(Working + Magic, 0);
            _words.Write(Working + Generation, _words.Read(Kept + Generation));
            Copy(Kept, Working);
            return PersistentState.Intact;
        }

        if (workingIsWhole)
        {
            if (!keptIsWhole && WasNewest(Kept, Working))
                return Lose();
            Keep();
            return PersistentState.Intact;
        }

        if (IsOurs(Working) || IsOurs(Kept))
            return Lose();
        Begin();
        return PersistentState.FirstUse;
    }

    // What is in the working copy is found from here on; until the last store of Seal, what was committed before.
    internal void Commit()
    {
        Seal(Working, _words.Read(Working + Generation) + 1);
        Keep();
    }

    // Takes the working copy, which is whole, over into the kept one.
    private void Keep()
    {
        _words.Write(Kept + Magic, 0);
        Copy(Working, Kept);
        Seal(Kept, _words.Read(Working + Generation), _words.Read(Working + Checksum));
        _words.Write(Working + Magic, 0);
    }

    private void Seal(uint copy, uint generation) => Seal(copy, generation, ChecksumOf(copy, generation));

    private void Seal(uint copy, uint generation, uint checksum)
    {
        _words.Write(copy + NameHash, nameHash);
        _words.Write(copy + Fingerprint, fingerprint);
        _words.Write(copy + ContentBytes, contentBytes);
        _words.Write(copy + Generation, generation);
        _words.Write(copy + Checksum, checksum);
        _words.Write(copy + Magic, PersistentBlock.MagicValue);
    }

    private void Begin()
    {
        _words.Write(Working + Magic, 0);
        _words.Write(Kept + Magic, 0);
        _words.Write(Working + Generation, 0);
        Clear();
    }

    // Leaves a kept copy that is none and says that there was one: so this is found again until the next commit, whose generation is 1, too.
    private PersistentState Lose()
    {
        _words.Write(Kept + Magic, PersistentBlock.MagicValue);
        _words.Write(Kept + NameHash, ~nameHash);
        _words.Write(Working + Magic, 0);
        _words.Write(Kept + Generation, 1);
        _words.Write(Working + Generation, 0);
        Clear();
        return PersistentState.Damaged;
    }

    private readonly bool IsWhole(uint copy)
        => _words.Read(copy + Magic) == PersistentBlock.MagicValue
            && _words.Read(copy + NameHash) == nameHash
            && _words.Read(copy + Fingerprint) == fingerprint
            && _words.Read(copy + ContentBytes) == contentBytes
            && _words.Read(copy + Checksum) == ChecksumOf(copy, _words.Read(copy + Generation));

    // Generations wrap.
    private readonly bool IsNewer(uint copy, uint other) => (int)(_words.Read(copy + Generation) - _words.Read(other + Generation)) > 0;

    // A copy that is not whole beside one that is: work has magic 0, and a broken copy of the same generation has the same content. Where the
    // magic itself is broken, the generation decides.
    private readonly bool WasNewest(uint broken, uint whole)
        => _words.Read(broken + Magic) switch
        {
            0 => false,
            PersistentBlock.MagicValue => _words.Read(broken + Generation) != _words.Read(whole + Generation),
            _ => IsNewer(broken, whole),
        };

    // Whether something was committed here, though neither copy is whole: memory after power-on has neither the magic nor our name.
    private readonly bool IsOurs(uint copy)
    {
        var magic = _words.Read(copy + Magic);
        return magic == PersistentBlock.MagicValue
            || (magic != 0 && (_words.Read(copy + NameHash) == nameHash || _words.Read(copy + Fingerprint) == fingerprint));
    }

    private readonly uint ChecksumOf(uint copy, uint generation)
    {
        var state = Crc32.Add(Crc32.Start, PersistentBlock.MagicValue);
        state = Crc32.Add(state, nameHash);
        state = Crc32.Add(state, fingerprint);
        state = Crc32.Add(state, contentBytes);
        state = Crc32.Add(state, generation);
        var offset = 0u;
        for (; contentBytes - offset >= 4; offset += 4)
            state = Crc32.Add(state, _words.Read(copy + PersistentBlock.HeadBytes + offset));
        if (offset != contentBytes)
            state = Crc32.Add(state, _words.Read(copy + PersistentBlock.HeadBytes + offset), contentBytes - offset);
        return Crc32.Finish(state);
    }

    // A copy is a multiple of 32 bytes: there is a word behind the last byte.
    private void Copy(uint from, uint to)
    {
        for (var offset = PersistentBlock.HeadBytes; offset < PersistentBlock.HeadBytes + contentBytes; offset += 4)
            _words.Write(to + offset, _words.Read(from + offset));
    }

    private void Clear()
    {
        for (var offset = PersistentBlock.HeadBytes; offset < PersistentBlock.HeadBytes + contentBytes; offset += 4)
            _words.Write(Working + offset, 0);
    }
}
