using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0304: a queue holds at least one message.</summary>
internal static class QueueCapacityOutOfRange
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0304",
        "Queue capacity out of range",
        "The capacity of queue '{0}' is {1:N0}; it can be 1 to {2:N0} messages.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var queue in system.Queues)
        {
            if (queue.Capacity is < 1 or > SystemLimits.QueueCapacity)
                diagnostics.Report(Descriptor, queue.Location, queue.Name, queue.Capacity, SystemLimits.QueueCapacity);
        }
    }
}
