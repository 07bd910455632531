namespace Nanokernel.Abi;

/// <summary>
/// How records stand in a ring of bytes behind a <see cref="QueueHeader"/>, whose counters count bytes here: a word with the record's length,
/// then the record in one piece, then as much as leads to the next multiple of 4. Where it would not fit before the end of the ring, the word
/// <see cref="Skip"/> says that it stands at the start.
/// </summary>
public static class RecordHeader
{
    /// <summary>The bytes of the word before a record.</summary>
    public const uint Bytes = 4;

    /// <summary>In place of a length: the rest of the ring is empty.</summary>
    public const uint Skip = uint.MaxValue;
}
