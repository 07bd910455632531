namespace Nanokernel.Channels.Tests;

/// <summary>Numbers that depend on the seed only: Marsaglia's xorshift, "Xorshift RNGs", Journal of Statistical Software 8 (2003).</summary>
internal sealed class Randomness(uint seed)
{
    private uint _state = (seed * 0x9E37_79B9) | 1;

    internal uint Next()
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return _state;
    }

    internal uint Below(uint bound) => (uint)(((ulong)Next() * bound) >> 32);

    internal bool IsOneIn(uint count) => Below(count) == 0;
}
