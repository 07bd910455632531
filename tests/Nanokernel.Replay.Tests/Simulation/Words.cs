namespace Nanokernel.Kernel.Simulation;

/// <summary>Random words, from which a sequence is made. What is behind the last one is 0.</summary>
internal sealed class Words(uint[] values)
{
    private int _next;

    /// <summary>Whether all have been taken.</summary>
    public bool AreOver => _next >= values.Length;

    /// <summary>The words of a seed (xorshift, G. Marsaglia, Journal of Statistical Software 8(14), 2003).</summary>
    public static Words Of(uint seed, int count)
    {
        var values = new uint[count];
        var state = seed * 2654435769;
        for (var i = 0; i < count; i++)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            values[i] = state;
        }

        return new Words(values);
    }

    /// <summary>A number below a limit.</summary>
    public uint Next(uint limit) => (uint)(((ulong)(_next < values.Length ? values[_next++] : 0) * limit) >> 32);
}
