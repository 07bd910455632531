using System.Globalization;

namespace Nanokernel.Measurements;

/// <summary>What a figure has to be at most, or at least.</summary>
/// <param name="Value">The bound.</param>
/// <param name="IsMaximum">Whether the figure may not be larger; otherwise it may not be smaller.</param>
public sealed record Limit(double Value, bool IsMaximum)
{
    /// <summary>Whether a figure is within the limit.</summary>
    public bool IsKeptBy(Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        var value = double.Parse(metric.Value, CultureInfo.InvariantCulture);
        return IsMaximum ? value <= Value : value >= Value;
    }

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsMaximum ? "at most" : "at least")} {Value}");
}

/// <summary>The figures that have a limit: bench.sh fails when one is missed, and so do tests of those that are measured quickly.</summary>
public static class Limits
{
    private static readonly Dictionary<string, Limit> All = new()
    {
        ["kernel_bytes"] = AtMost(24_576),
        ["kernel_bytes_full"] = AtMost(40_960),
        ["hypercall_null_instructions"] = AtMost(80),
        ["partition_switch_instructions"] = AtMost(200),
        ["irq_to_handler_running_instructions"] = AtMost(200),
        ["irq_to_handler_preempting_instructions"] = AtMost(300),
        ["irq_to_handler_preempting_apic_instructions"] = AtMost(300),
        ["message_to_higher_priority_receiver_instructions"] = AtMost(600),
        ["interrupts_off_longest_instructions"] = AtMost(1_500),
        ["irq_loaded_p9999_over_median"] = AtMost(1.5),
        ["timer_expiry_error_over_irq_latency"] = AtMost(1),
        ["compute_share_beside_1khz"] = AtLeast(0.99),
        ["compute_loss_per_tick_ratio_error"] = AtMost(0.1),
        ["build_noop_ratio"] = AtMost(1.5),
    };

    /// <summary>The limit of a figure, or null where it has none.</summary>
    public static Limit? Of(string metric) => All.GetValueOrDefault(metric);

    private static Limit AtMost(double value) => new(value, IsMaximum: true);

    private static Limit AtLeast(double value) => new(value, IsMaximum: false);
}
