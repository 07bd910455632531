namespace Nanokernel.Measurements;

/// <summary>How often each value came.</summary>
public sealed class Distribution
{
    private readonly SortedDictionary<long, long> _counts = [];

    /// <summary>The number of values.</summary>
    public long Count { get; private set; }

    /// <summary>The values in ascending order, and how often each came.</summary>
    public IReadOnlyDictionary<long, long> Counts => _counts;

    /// <summary>The smallest value.</summary>
    public long Minimum => _counts.Keys.First();

    /// <summary>The largest value.</summary>
    public long Maximum => _counts.Keys.Last();

    /// <summary>Adds a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="count">How often it came.</param>
    public void Add(long value, long count = 1)
    {
        _counts[value] = _counts.GetValueOrDefault(value) + count;
        Count += count;
    }

    /// <summary>The smallest value that so large a share of all values does not exceed.</summary>
    /// <param name="share">The share, 0 to 1.</param>
    public long Percentile(double share)
    {
        var left = (long)Math.Ceiling(share * Count);
        foreach (var (value, count) in _counts)
        {
            left -= count;
            if (left <= 0)
                return value;
        }

        return Maximum;
    }
}
