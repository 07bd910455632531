// A filter in C beside a panel in C#: they speak over two queues and an event, and neither can harm the other. The filter keeps a log.
var system = SystemBuilder.Create("legacy-guest", Machines.Pc);

var panel = system.AddPartition("panel", Projects.Panel)
    .WithMemory(512.KiB());

var legacy = system.AddPartition("legacy", Executables.Legacy)
    .WithMemory(512.KiB())
    .WithPriority(Priority.High);

system.AddQueue("readings", capacity: 16).From(panel).To(legacy);
system.AddQueue("filtered", capacity: 16).From(legacy).To(panel);
system.AddEvent("alarm").PostedBy(legacy).AwaitedBy(panel);
system.AddPersistentMemory("log").OwnedBy(legacy);

return system.Run(args);
