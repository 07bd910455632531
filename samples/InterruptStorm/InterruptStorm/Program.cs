// A level-triggered line whose driver has a defect: the line storms, its owner is stopped, and nobody else notices.
var system = SystemBuilder.Create("interrupt-storm", Machines.Pc)
    .UsesInterruptController(InterruptControllerKind.Apic);

system.AddPartition("sensor", Projects.Sensor)
    .WithMemory(512.KiB())
    .WithPriority(Priority.RealTime)
    .OwnsDevice(Pc.Com2 with { Interrupts = [new(3, InterruptTrigger.Level)] })
    .WithInterruptLimit(3, interrupts: 200, within: TimeSpan.FromMilliseconds(10));

system.AddPartition("pump", Projects.Pump)
    .WithMemory(512.KiB())
    .MayEndSystem();

return system.Run(args);
