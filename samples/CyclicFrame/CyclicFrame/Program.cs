// Time divided in advance: whatever one partition computes in its windows, the other's begin on time.
var system = SystemBuilder.Create("cyclic-frame", Machines.Pc);

var attitude = system.AddPartition("attitude", Projects.Attitude)
    .WithMemory(512.KiB())
    .MayEndSystem();

var payload = system.AddPartition("payload", Projects.Payload)
    .WithMemory(512.KiB());

// Has no window: it runs in what the windows leave, 7 to 10 ms.
system.AddPartition("upkeep", Projects.Payload)
    .WithMemory(512.KiB());

system.WithCyclicSchedule(majorFrame: TimeSpan.FromMilliseconds(10))
    .Window(attitude, offset: TimeSpan.Zero, length: TimeSpan.FromMilliseconds(2))
    .Window(payload, offset: TimeSpan.FromMilliseconds(2), length: TimeSpan.FromMilliseconds(3))
    .Window(attitude, offset: TimeSpan.FromMilliseconds(5), length: TimeSpan.FromMilliseconds(2));

return system.Run(args);
