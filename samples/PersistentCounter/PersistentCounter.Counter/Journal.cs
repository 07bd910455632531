using System.Runtime.CompilerServices;

namespace PersistentCounter;

/// <summary>The latest 16 starts: at which count each began.</summary>
internal struct Journal
{
    private uint _starts;
    private Entries _entries;

    /// <summary>How many there are.</summary>
    public readonly uint Length => _starts < 16 ? _starts : 16;

    /// <summary>Adds one, in the place of the oldest where there is no other.</summary>
    public void Add(uint count) => _entries[(int)(_starts++ % 16)] = count;

    [InlineArray(16)]
    private struct Entries
    {
        private uint _first;
    }
}
