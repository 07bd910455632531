// One partition keeps recipes, and two others call it: an oven that must not wait long, and a panel that may.
var system = SystemBuilder.Create("recipe-server", Machines.Pc);

// Whoever is called runs at no lower priority than those that call: otherwise the oven would wait for all that runs above the shelf.
var shelf = system.AddPartition("shelf", Projects.Shelf)
    .WithMemory(512.KiB())
    .WithPriority(Priority.RealTime);

var oven = system.AddPartition("oven", Projects.Oven)
    .WithMemory(512.KiB())
    .WithPriority(Priority.High)
    .MayEndSystem();

var panel = system.AddPartition("panel", Projects.Panel)
    .WithMemory(512.KiB());

system.AddCall("recipes").From(oven).From(panel).To(shelf);

return system.Run(args);
