// A control loop that gets stuck at the highest priority, and the budget that keeps the rest of the system alive.
var system = SystemBuilder.Create("runaway-control", Machines.Pc)
    .WithTimeSlice(TimeSpan.FromMilliseconds(1))
    .WithTrace();

system.AddPartition("control", Projects.Control)
    .WithMemory(512.KiB())
    .WithPriority(Priority.RealTime)
    .WithBudget(TimeSpan.FromMilliseconds(2), TimeSpan.FromMilliseconds(10))
    .WithDeadline(TimeSpan.FromMilliseconds(3));

system.AddPartition("logger", Projects.Logger)
    .WithMemory(512.KiB())
    .MayEndSystem();

system.AddPartition("archive", Projects.Logger)
    .WithMemory(512.KiB())
    .MayEndSystem();

return system.Run(args);
