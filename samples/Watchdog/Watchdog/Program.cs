// A process that crashes in every way on command, a supervisor that watches it, and a 1 kHz partition that must not notice.
var system = SystemBuilder.Create("watchdog", Machines.Pc);

system.AddPartition("ticker", Projects.Ticker)
    .WithMemory(256.KiB())
    .WithPriority(Priority.RealTime);

var supervisor = system.AddPartition("supervisor", Projects.Supervisor)
    .WithMemory(256.KiB())
    .WithPriority(Priority.High)
    .MayEndSystem();

var process = system.AddPartition("process", Projects.Process)
    .WithMemory(512.KiB())
    .OwnsDevice(Pc.Com1 with { Interrupts = [] })
    .WithHeartbeat(TimeSpan.FromMilliseconds(50))
    .WithBudget(TimeSpan.FromMilliseconds(6), TimeSpan.FromMilliseconds(10))
    .OnFault(FaultAction.Restart)
    .OnFault(FaultEvent.StackOverflow, FaultAction.Stop)
    .OnFault(FaultEvent.BudgetExhausted, FaultAction.Notify)
    .OnFault(FaultEvent.IllegalHypercall, FaultAction.Notify)
    .WithRestartLimit(8, TimeSpan.FromMinutes(1));

supervisor.Watches(process);
system.AddPersistentMemory("life").OwnedBy(process);
system.AddEvent("quit").PostedBy(process).AwaitedBy(supervisor);

return system.Run(args);
