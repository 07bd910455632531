using Nanokernel.Manifests;

namespace Nanokernel.Core.Tests.Rules;

internal static class ChannelEndSamples
{
    private static readonly MessageLayout Narrow =
        new("Plant.Reading", 12, [new MessageField(0, 8, "i8", "Tick"), new MessageField(8, 4, "f4", "Value")]);

    private static readonly MessageLayout Renamed =
        new("Other.Sample", 16, [new MessageField(0, 8, "i8", "Time"), new MessageField(8, 8, "f8", "Level")]);

    internal static IEnumerable<RuleSample> All =>
    [
        new(
            "NK0310",
            () => Wired().WithManifest("control", Sample.Sends("telemetry"), Sample.Sends("telemetri")),
            "Plant.cs(2): error NK0310: Partition 'control' sends to \"telemetri\" (Plant.Sender.telemetri), but the system "
            + "wires no such end "
            + "to it: add system.AddQueue(\"telemetri\", capacity: 64) and wire it with .From(control). Did you mean 'telemetry'?",
            Wired),
        new(
            "NK0310",
            () => Wired().WithManifest("control", Sample.Sends("telemetry"), Sample.Receives("telemetry")),
            "Plant.cs(4): error NK0310: Partition 'control' receives from \"telemetry\" (Plant.Receiver.telemetry), but the system wires "
            + "no such end to it: add .To(control) to queue 'telemetry'.",
            Wired),
        new(
            "NK0311",
            () => Wired().WithManifest("monitor"),
            "Plant.cs(6): error NK0311: Queue 'telemetry' is wired to partition 'monitor', but Plant.monitor has no "
            + "[Receives(\"telemetry\")] property. Add the property, or remove the wiring.",
            Wired),
        new(
            "NK0312",
            () => Wired().WithManifest("monitor", Sample.Receives("telemetry", Narrow)),
            "Plant.cs(4): error NK0312: The ends of queue 'telemetry' have types of different layout. Partition 'control' sends to "
            + "Plant.Sample, 16 bytes { 0: i8 Tick; 8: f8 Value } (Plant.Sender.telemetry); partition 'monitor' receives from "
            + "Plant.Reading, 12 bytes { 0: i8 Tick; 8: f4 Value } (Plant.Receiver.telemetry). "
            + "Use one type, from a library that both projects refer to.",
            () => Wired().WithManifest("monitor", Sample.Receives("telemetry", Renamed))),
        new(
            "NK0313",
            () => WithMessageBytes(4_097),
            "Plant.cs(4): error NK0313: A message of queue 'telemetry', Plant.Block (Plant.Sender.telemetry), has 4,097 bytes; "
            + "the most is 4,096. Split it into several messages.",
            () => WithMessageBytes(4_096)),
        new(
            "NK0314",
            () => WithQueues(49),
            "Plant.cs(2): error NK0314: Partition 'control' has 49 channel ends; the limit is 48. Unite channels, or divide "
            + "the partition.\n"
            + "Plant.cs(3): error NK0314: Partition 'monitor' has 49 channel ends; the limit is 48. Unite channels, or divide "
            + "the partition.",
            () => WithQueues(48)),
    ];

    private static Sample Wired() =>
        QueueSamples.Wired((queue, control, monitor) => queue.From(control, Sample.File, 5).To(monitor, Sample.File, 6));

    private static Sample WithMessageBytes(int bytes)
    {
        var message = new MessageLayout("Plant.Block", bytes, [new MessageField(0, 1, "u1", "First")]);
        return Wired()
            .WithManifest("control", Sample.Sends("telemetry", message))
            .WithManifest("monitor", Sample.Receives("telemetry", message));
    }

    private static Sample WithQueues(int count)
    {
        var system = SystemBuilder.Create("plant", Machines.Pc, Sample.File, 1);
        var control = system.AddPartition("control", Sample.Project("Control"), Sample.File, 2);
        var monitor = system.AddPartition("monitor", Sample.Project("Monitor"), Sample.File, 3);
        for (var index = 0; index < count; index++)
            system.AddQueue($"q{index}", 4, Sample.File, 4 + index).From(control).To(monitor);
        return new Sample(system);
    }
}
