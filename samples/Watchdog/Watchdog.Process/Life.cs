namespace Watchdog;

/// <summary>What the process remembers over its deaths.</summary>
internal struct Life
{
    /// <summary>How often it has started.</summary>
    public int Starts;
}
