// Old code that drives a printer which the machine does not have: the partition emulates the port by handling its own exceptions.
var system = SystemBuilder.Create("emulated-printer", Machines.Pc);

system.AddPartition("legacy", Projects.Legacy)
    .WithMemory(512.KiB())
    .HandlesExceptions();

return system.Run(args);
