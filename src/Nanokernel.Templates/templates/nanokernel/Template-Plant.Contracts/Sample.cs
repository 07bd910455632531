namespace Template_Plant;

/// <summary>What control measures and monitor shows. Both ends of the queue are compiled against this one type.</summary>
/// <param name="time">When it was measured, since boot.</param>
/// <param name="level">The level of the tank in millimetres.</param>
public readonly struct Sample(TimeSpan time, int level)
{
    /// <summary>When it was measured, since boot.</summary>
    public TimeSpan Time { get; } = time;

    /// <summary>The level of the tank in millimetres.</summary>
    public int Level { get; } = level;
}
