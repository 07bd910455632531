namespace Nanokernel.Model;

/// <summary>How long a partition may run in each period: a deferrable server.</summary>
/// <param name="Amount">The time in each period.</param>
/// <param name="Period">The period.</param>
public readonly record struct ProcessorBudget(TimeSpan Amount, TimeSpan Period)
{
    /// <summary>The part of the processor that it is.</summary>
    public double Utilization => (double)Amount.Ticks / Period.Ticks;
}
