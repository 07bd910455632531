namespace Nanokernel.Layout;

/// <summary>Physical memory from an address on, given out at the lowest address that will do.</summary>
internal sealed class FreeMemory(ulong start)
{
    private readonly List<(ulong Start, ulong End)> _gaps = [(start, ulong.MaxValue)];

    /// <summary>The first address behind all that has been given out.</summary>
    internal ulong End => _gaps[^1].Start;

    /// <summary>Takes a range.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="alignment">What the address is a multiple of, a power of two.</param>
    /// <returns>The address.</returns>
    internal ulong Take(ulong bytes, ulong alignment)
    {
        var index = 0;
        while (AlignUp(_gaps[index].Start, alignment) + bytes > _gaps[index].End)
            index++;
        var (start, end) = _gaps[index];
        var address = AlignUp(start, alignment);
        _gaps.RemoveAt(index);
        if (address + bytes < end)
            _gaps.Insert(index, (address + bytes, end));
        if (start < address)
            _gaps.Insert(index, (start, address));
        return address;
    }

    private static ulong AlignUp(ulong value, ulong alignment) => (value + alignment - 1) & ~(alignment - 1);
}
