using Nanokernel.Abi;

namespace Nanokernel;

/// <summary>
/// A block of memory that outlives its partition, and the kernel: what was committed is found again when the partition is restarted, and when
/// the machine is reset without losing power. A cold start loses it. The partition that owns it is alone with it.
/// </summary>
/// <typeparam name="T">What is in it: an unmanaged struct. An image in which its layout is another one finds the block damaged.</typeparam>
/// <param name="end">The address of the end's record; generated code passes it.</param>
public readonly unsafe struct PersistentMemory<T>(nint end)
    where T : unmanaged
{
    private readonly ChannelEnd* _end = (ChannelEnd*)end;

    /// <summary>
    /// The content, to be read and changed in place; a reference to it stays valid. What is changed is kept once it is committed. The first
    /// use opens the block.
    /// </summary>
    public ref T Value => ref *(T*)PersistentEnd.Content(_end);

    /// <summary>
    /// Finds what was committed last and makes it the content. The first call since the partition has started does that, in a time that the
    /// size of <typeparamref name="T"/> bounds; later ones repeat the answer and leave the content as it is. Not for an interrupt handler and
    /// <c>Main</c> at the same time.
    /// </summary>
    /// <returns>Whether there was something, and whether it is what was committed.</returns>
    public PersistentState Open() => PersistentEnd.Open(_end);

    /// <summary>
    /// Keeps the content as it is now. Whenever the partition dies or the machine is reset in it, either this content is found or the one that
    /// was committed before, whole. Takes a time that the size of <typeparamref name="T"/> bounds, and no hypercall. An interrupt handler that
    /// changes the content meanwhile has to be held back, with <see cref="Interrupts.Disable"/>.
    /// </summary>
    public void Commit() => PersistentEnd.Commit(_end);
}
