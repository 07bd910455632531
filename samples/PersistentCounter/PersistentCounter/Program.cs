// A partition that counts on where it was when the machine was reset.
var system = SystemBuilder.Create("persistent-counter", Machines.Pc);

var counter = system.AddPartition("counter", Projects.Counter)
    .WithMemory(512.KiB());

system.AddPersistentMemory("count").OwnedBy(counter);
system.AddPersistentPool("journals", 16.KiB()).UsedBy(counter);

return system.Run(args);
