using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Core.Tests.Rules;

internal static class CallSamples
{
    private static readonly MessageLayout Load = Contract("Load_number", "Load");
    private static readonly MessageLayout Store = Contract("Store_number", "Store");

    internal static IEnumerable<RuleSample> All =>
    [
        new(
            "NK0301",
            () => Calls(hasServer: false),
            "Plant.cs(5): error NK0301: Call 'recipes' has no server. Wire it: .To(partition).",
            () => Calls()),
        new(
            "NK0302",
            () => Calls(serversTwice: true),
            "Plant.cs(8): error NK0302: Call 'recipes' is wired to partition 'monitor' and to partition 'logger'. It has one server: remove one of the two. "
            + "First claim: Plant.cs(7).",
            () => Calls()),
        new(
            "NK0312",
            () => Calls().WithManifest("control", Client(Load)).WithManifest("monitor", Server(Store)),
            "Plant.cs(5): error NK0312: The ends of call 'recipes' have types of different layout. "
            + "Partition 'control' calls Plant.RecipesMessage, 8 bytes { 0: i4 Load_number; 4: i4 Load } (Plant.Control.Recipes); "
            + "partition 'monitor' serves Plant.RecipesMessage, 8 bytes { 0: i4 Store_number; 4: i4 Store } (Plant.Monitor.Recipes). "
            + "Use one type, from a library that both projects refer to.",
            () => Calls().WithManifest("control", Client(Load)).WithManifest("monitor", Server(Load))),
        new(
            "NK0340",
            () => Calls(client: Priority.RealTime),
            "Plant.cs(6): warning NK0340: Partition 'control' of priority 192 calls partition 'monitor' of priority 64 by 'recipes', "
            + "so it waits for all that runs above 64. Give 'monitor' priority 192 or more, or send over a queue.",
            () => Calls(client: Priority.Normal)),
        new(
            "NK0341",
            () => Circle(closes: true),
            "Plant.cs(9): error NK0341: The calls 'monitor' -> 'logger' by 'second', 'logger' -> 'control' by 'third', 'control' -> 'monitor' by 'first' are a circle: "
            + "each partition in it may wait for the next, and then none goes on. Take one call out, or answer over a queue.",
            () => Circle(closes: false)),
    ];

    private static MessageLayout Contract(string argument, string result) =>
        new("Plant.RecipesMessage", 8, [new MessageField(0, 4, "i4", argument), new MessageField(4, 4, "i4", result)]) { HasNames = true };

    private static ManifestEnd Client(MessageLayout layout) => new("recipes", ChannelRole.CallClient, "Plant.Control.Recipes", layout);

    private static ManifestEnd Server(MessageLayout layout) => new("recipes", ChannelRole.CallServer, "Plant.Monitor.Recipes", layout);

    private static Sample Calls(Priority? client = null, bool hasServer = true, bool serversTwice = false)
    {
        var (system, control, monitor, logger) = Partitions();
        if (client is { } priority)
            control.WithPriority(priority, Sample.File, 2);
        var call = system.AddCall("recipes", Sample.File, 5).From(control, Sample.File, 6);
        if (hasServer)
            call.To(monitor, Sample.File, 7);
        if (serversTwice)
            call.To(logger, Sample.File, 8);
        return new Sample(system);
    }

    private static Sample Circle(bool closes)
    {
        var (system, control, monitor, logger) = Partitions();
        system.AddCall("second", Sample.File, 5).From(monitor, Sample.File, 5).To(logger, Sample.File, 5);
        system.AddCall("third", Sample.File, 7).From(logger, Sample.File, 7).To(control, Sample.File, 7);
        if (closes)
            system.AddCall("first", Sample.File, 9).From(control, Sample.File, 9).To(monitor, Sample.File, 9);
        return new Sample(system);
    }

    private static (SystemBuilder System, PartitionBuilder Control, PartitionBuilder Monitor, PartitionBuilder Logger) Partitions()
    {
        var system = SystemBuilder.Create("plant", Machines.Pc, Sample.File, 1);
        return (
            system,
            system.AddPartition("control", Sample.Project("Control"), Sample.File, 2),
            system.AddPartition("monitor", Sample.Project("Monitor"), Sample.File, 3),
            system.AddPartition("logger", Sample.Project("Logger"), Sample.File, 4));
    }
}
