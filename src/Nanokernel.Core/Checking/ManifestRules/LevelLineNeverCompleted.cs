using System.Collections.Immutable;
using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Checking.ManifestRules;

/// <summary>NK0244: the kernel masks a level-triggered line at each interrupt, and only its owner's code can unmask it.</summary>
internal static class LevelLineNeverCompleted
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0244",
        "Level-triggered line that is never completed",
        "{0} of partition '{1}' is level-triggered, so it stays masked behind each interrupt until its owner completes it, but nothing in "
        + "partition project '{2}' calls Interrupts.Complete or Interrupts.Unmask: it would interrupt once. Complete it in its handler.",
        DiagnosticSeverity.Warning);

    internal static void Check(SystemDeclaration system, ImmutableArray<PartitionManifest?> manifests, DiagnosticBag diagnostics)
    {
        for (var index = 0; index < system.Partitions.Length; index++)
        {
            if (manifests[index] is not { } manifest || manifest.MayUse.HasFlag(RuntimeUses.CompletesInterrupts))
                continue;
            var partition = system.Partitions[index];
            foreach (var claim in partition.InterruptClaims.Where(claim => claim.Trigger == InterruptTrigger.Level))
                diagnostics.Report(Descriptor, claim.Location, claim, partition.Name, partition.Program.Name);
            foreach (var function in partition.PciFunctions.Where(function => function.Value.UsesInterrupt))
                diagnostics.Report(Descriptor, function.Location, $"The line of PCI function {function.Value}", partition.Name, partition.Program.Name);
        }
    }
}
