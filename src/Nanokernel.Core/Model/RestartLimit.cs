namespace Nanokernel.Model;

/// <summary>How often a partition is restarted.</summary>
/// <param name="Restarts">So many times ...</param>
/// <param name="Within">... within this time, which begins with the first of them.</param>
/// <param name="Then">What is done instead of one more restart.</param>
public sealed record RestartLimit(int Restarts, TimeSpan Within, FaultAction Then)
{
    /// <summary>The limit of a partition that states none: 3 restarts within 10 seconds, then it is stopped.</summary>
    public static RestartLimit Default { get; } = new(3, TimeSpan.FromSeconds(10), FaultAction.Stop);
}
