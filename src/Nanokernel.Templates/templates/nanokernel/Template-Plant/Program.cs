// Runs when you build: composes the system, checks it, and makes its bootable image.
var system = SystemBuilder.Create("template-system", Machines.Pc);

var control = system.AddPartition("control", Projects.Control)
    .WithMemory(4.MiB())
    .WithPriority(Priority.RealTime);

var monitor = system.AddPartition("monitor", Projects.Monitor)
    .WithMemory(4.MiB())
    .OwnsDevice(Pc.Com1)
    .WithConsole(Pc.Com1)
    .MayEndSystem();

// What control measures: it never waits for monitor, and the newest samples arrive.
system.AddQueue("telemetry", capacity: 64).From(control).To(monitor).OnOverflow(QueueOverflow.OverwriteOldest);

// Posted whenever the tank is full.
system.AddEvent("full", EventReset.Counting).PostedBy(control).AwaitedBy(monitor);

// How often control has started: it outlives a restart.
system.AddPersistentMemory("starts").OwnedBy(control);

return system.Run(args);
