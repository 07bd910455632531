// The time of day from the real-time clock, on the screen: two devices, one partition each, and a queue between them.
var system = SystemBuilder.Create("screen-clock", Machines.Pc);

#if HPET
system.UsesInterruptController(InterruptControllerKind.Apic).UsesTimer(TimerKind.Hpet);
#endif

// The clock is polled, so its interrupt line stays out.
var time = system.AddPartition("time", Projects.Time)
    .WithMemory(512.KiB())
    .WithPriority(Priority.High)
    .OwnsDevice(Pc.RealTimeClock with { Interrupts = [] });

var screen = system.AddPartition("screen", Projects.Screen)
    .WithMemory(512.KiB())
    .OwnsDevice(Pc.VgaText)
    .MayEndSystem();

system.AddQueue("time", capacity: 4).From(time).To(screen);

return system.Run(args);
