// Makes an image of one compiled partition. Use: WithoutMSBuild PARTITION.dll IMAGE.elf
using Nanokernel;
using Nanokernel.Checking;
using Nanokernel.X86.Building;

var system = SystemBuilder.Create("without-msbuild", Machines.Pc);
system.AddPartition("only", new PartitionProject("Only", args[0])).WithMemory(1.MiB());

var options = new ImageOptions { OutputPath = args[1], IntermediateFolder = args[1] + ".obj" };
var diagnostics = new DiagnosticBag();
var made = ImageBuilder.TryBuild(system, options, diagnostics, out _);
foreach (var diagnostic in diagnostics)
    Console.Error.WriteLine(diagnostic);
return made ? 0 : 1;
