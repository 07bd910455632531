using System;
using Nanokernel.Abi;

namespace Nanokernel;

/// <summary>
/// Memory for blocks of persistent memory that are asked for at run time. The kernel keeps the history of requests: a later request of the
/// same identifier, by any user of the pool, after a restart or a reset too, has the same memory. Blocks are not given back; a cold start ends
/// all of them. Where the kernel finds its history damaged at a reset, it begins a new one, and a block may then be new that was there before.
/// </summary>
/// <param name="end">The address of the end's record; generated code passes it.</param>
public readonly unsafe struct PersistentPool(nint end)
{
    private readonly ChannelEnd* _end = (ChannelEnd*)end;

    /// <summary>The bytes of the pool.</summary>
    public int Length => (int)_end->Bytes;

    /// <summary>
    /// Finds or makes a block that is like a declared one: two copies, a commit, and three answers. The memory that it takes is twice that of
    /// <typeparamref name="T"/> and 64 bytes, to the next multiple of 64. Up to four hypercalls. A block is one user's at a time: two that may change
    /// it agree on when. Not for an interrupt handler and <c>Main</c> at the same time.
    /// </summary>
    /// <typeparam name="T">What is in it: an unmanaged struct. Of other structs only those of another size are refused.</typeparam>
    /// <param name="identifier">1 to 32 characters of ASCII.</param>
    /// <param name="block">The block, if the result is <see cref="PersistentBlockResult.Found"/> or <see cref="PersistentBlockResult.Created"/>.</param>
    /// <returns>Whether it was there, is new, or cannot be.</returns>
    /// <exception cref="ArgumentException">The identifier is empty, too long or not ASCII.</exception>
    public PersistentBlockResult TryOpen<T>(string identifier, out PersistentMemory<T> block)
        where T : unmanaged
    {
        block = default;

        // Not rounded, so that every size is another one; the kernel rounds to what both copies take.
        var result = Request(identifier, (PersistentBlock.HeadBytes + (uint)sizeof(T)) * 2, out var offset);
        if (result > PersistentBlockResult.Created)
            return result;
        var record = PoolBlock.Find(_end->Address + offset, identifier, (uint)sizeof(T));
        if (record == null)
            return PersistentBlockResult.TooManyBlocks;
        block = new PersistentMemory<T>((nint)record);
        return result;
    }

    /// <summary>
    /// Finds or makes a block of bytes that holds what was written last, whole or not: what is more than that is the program's. Up to four hypercalls.
    /// </summary>
    /// <param name="identifier">1 to 32 characters of ASCII.</param>
    /// <param name="bytes">How many bytes. The block takes them to the next multiple of 64.</param>
    /// <param name="memory">
    /// The block, if the result is <see cref="PersistentBlockResult.Found"/> or <see cref="PersistentBlockResult.Created"/>. What is in a new
    /// one is anything.
    /// </param>
    /// <returns>Whether it was there, is new, or cannot be.</returns>
    /// <exception cref="ArgumentException">The identifier is empty, too long or not ASCII.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is less than one byte.</exception>
    public PersistentBlockResult TryOpen(string identifier, int bytes, out Span<byte> memory)
    {
        if (bytes < 1)
            throw new ArgumentOutOfRangeException(nameof(bytes));
        var result = Request(identifier, (uint)bytes, out var offset);
        memory = result > PersistentBlockResult.Created ? default : new Span<byte>((void*)(_end->Address + offset), bytes);
        return result;
    }

    private PersistentBlockResult Request(string identifier, uint bytes, out uint offset)
    {
        PersistentBlockRequest request = default;
        if (identifier.Length == 0 || identifier.Length > PersistentBlockRequest.IdentifierBytes)
            throw new ArgumentException("An identifier has 1 to 32 characters.", nameof(identifier));
        for (var i = 0; i < identifier.Length; i++)
        {
            if (identifier[i] is '\0' or > '\x7F')
                throw new ArgumentException("An identifier has characters of ASCII only.", nameof(identifier));
            request.Identifier[i] = (byte)identifier[i];
        }

        request.Bytes = bytes;
        ulong answer;
        do
        {
            answer = Hypercalls.OpenPersistentBlock(&request, _end->EndIndex);
            request.Searched = (uint)(answer >> 32);
        }
        while ((int)answer == PersistentBlockOutcome.Unfinished);
        offset = request.Searched;
        return (PersistentBlockResult)(int)answer;
    }
}
