namespace Nanokernel;

/// <summary>What <see cref="PersistentMemory{T}.Open"/> finds.</summary>
public enum PersistentState
{
    /// <summary>Nothing was ever committed, or the memory has lost power since: the content is zero.</summary>
    FirstUse,

    /// <summary>The content is what was committed last.</summary>
    Intact,

    /// <summary>
    /// Something was committed, and it is not what it was, or it is of another type or name than the block has in this image. The content is
    /// zero; the answer stays the same at every start until something is committed.
    /// </summary>
    Damaged,
}
