namespace Nanokernel;

/// <summary>
/// How often an interrupt line may ask: a line that asks more often storms. It is then masked, and its owner stopped with a record.
/// </summary>
/// <remarks>
/// The kernel looks at the clock at every <paramref name="Interrupts"/>-th interrupt. A burst of fewer never counts as a storm; a rate
/// above the limit is noticed after less than twice as many.
/// </remarks>
/// <param name="Interrupts">So many interrupts, at least 1 ...</param>
/// <param name="Within">... within less than this time are a storm: a microsecond to a minute.</param>
public readonly record struct InterruptLimit(int Interrupts, TimeSpan Within)
{
    /// <summary>The limit of a line for which none is stated: 10,000 interrupts within 100 ms.</summary>
    public static InterruptLimit Default => new(10_000, TimeSpan.FromMilliseconds(100));

    /// <summary>The limit as text: <c>10,000 in 100 ms</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Interrupts:N0} in {Within.TotalMilliseconds:0.###} ms");
}
