using System.Globalization;

namespace Nanokernel.Measurements;

/// <summary>What a figure has to be at least and at most.</summary>
/// <param name="Minimum">It may not be smaller.</param>
/// <param name="Maximum">It may not be larger.</param>
public sealed record Limit(double Minimum, double Maximum)
{
    /// <summary>Whether a figure is within the limit.</summary>
    public bool IsKeptBy(Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        var value = double.Parse(metric.Value, CultureInfo.InvariantCulture);
        return value >= Minimum && value <= Maximum;
    }

    /// <inheritdoc />
    public override string ToString() => (Minimum, Maximum) switch
    {
        (0, var maximum) => string.Create(CultureInfo.InvariantCulture, $"at most {maximum}"),
        (var minimum, double.PositiveInfinity) => string.Create(CultureInfo.InvariantCulture, $"at least {minimum}"),
        var (minimum, maximum) => string.Create(CultureInfo.InvariantCulture, $"{minimum} to {maximum}"),
    };
}

/// <summary>The figures that have a limit: bench.sh fails when one is missed, and so do tests of those that are measured quickly.</summary>
public static class Limits
{
    // A deadline is to be met within the latency of an interrupt.
    private const double InterruptLatency = 250;

    private static readonly Dictionary<string, Limit> All = new()
    {
        ["kernel_bytes"] = AtMost(24_576),
        ["kernel_bytes_full"] = AtMost(49_152),
        ["primitive_bytes_trace"] = AtMost(1_536),
        ["primitive_bytes_persistent"] = AtMost(0),
        ["primitive_bytes_persistent_pool"] = AtMost(2_048),
        ["persistent_commit_instructions"] = AtMost(2_700),
        ["hypercall_null_instructions"] = AtMost(80),
        ["trace_event_instructions"] = AtMost(30),
        ["partition_switch_instructions"] = AtMost(200),
        ["irq_to_handler_running_instructions"] = AtMost(200),
        ["irq_to_handler_preempting_instructions"] = AtMost(300),
        ["irq_to_handler_preempting_apic_instructions"] = AtMost(300),
        ["message_to_higher_priority_receiver_instructions"] = AtMost(350),
        ["queue_send_awake_instructions"] = AtMost(40),
        ["queue_receive_awake_instructions"] = AtMost(40),
        ["event_post_to_wakeup_instructions"] = AtMost(350),
        ["lock_acquire_instructions"] = AtMost(200),
        ["lock_release_instructions"] = AtMost(200),
        ["lock_handover_instructions"] = AtMost(400),
        ["primitive_bytes_lock"] = AtMost(4_096),
        ["call_round_trip_instructions"] = AtMost(700),
        ["interrupts_off_longest_instructions"] = AtMost(1_500),
        ["fault_to_watcher_instructions"] = AtMost(1_500),
        ["restart_fixed_instructions"] = AtMost(5_000),
        ["irq_latency_during_restart_max_over_before"] = AtMost(1.5),
        ["irq_loaded_p9999_over_median"] = AtMost(1.5),
        ["timer_expiry_error_instructions"] = AtMost(InterruptLatency),
        ["timer_expiry_error_apic_instructions"] = AtMost(InterruptLatency),
        ["timer_expiry_error_hpet_instructions"] = AtMost(InterruptLatency),
        ["compute_share_beside_1khz"] = AtLeast(0.99),
        ["compute_loss_per_tick_ratio"] = new(0.9, 1.1),
        ["build_noop_ratio"] = AtMost(1.5),
    };

    /// <summary>The limit of a figure, or null where it has none.</summary>
    public static Limit? Of(string metric) => All.GetValueOrDefault(metric);

    private static Limit AtMost(double value) => new(0, value);

    private static Limit AtLeast(double value) => new(value, double.PositiveInfinity);
}
