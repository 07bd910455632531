// What comes in at COM2 goes out at COM1, byte for byte, whatever the third partition does.
var system = SystemBuilder.Create("serial-gateway", Machines.Pc);

var line = system.AddPartition("line", Projects.Line)
    .WithMemory(1.MiB())
    .WithPriority(Priority.RealTime)
    .OwnsDevice(Pc.Com2);

var monitor = system.AddPartition("monitor", Projects.Monitor)
    .WithMemory(1.MiB())
    .WithPriority(Priority.Normal)
    .OwnsDevice(Pc.Com1)
    .MayEndSystem();

var progress = system.AddPartition("progress", Projects.Progress)
    .WithMemory(1.MiB())
    .WithPriority(Priority.Background);

system.AddQueue("data", capacity: 64).From(line).To(monitor);

// Progress is for information: if nobody reads it, the gateway does not wait, and the newest report arrives.
system.AddQueue("passed", capacity: 16).From(monitor).To(progress).OnOverflow(QueueOverflow.OverwriteOldest);

return system.Run(args);
