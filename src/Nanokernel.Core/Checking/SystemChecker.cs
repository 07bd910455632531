using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Nanokernel.Checking.ManifestRules;
using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Checking;

/// <summary>Runs all rules over a declared system and, if none is broken, makes the checked system of it.</summary>
public static class SystemChecker
{
    /// <summary>Checks a system of projects; what its partitions ask for is read from their assemblies.</summary>
    /// <param name="system">The system.</param>
    /// <param name="diagnostics">Takes the findings, all of them.</param>
    /// <param name="checkedSystem">The checked system, if no finding is an error.</param>
    /// <returns>Whether no finding is an error.</returns>
    public static bool TryCheck(SystemDeclaration system, DiagnosticBag diagnostics, [NotNullWhen(true)] out CheckedSystem? checkedSystem)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return TryCheck(system, PartitionManifest.ReadAll(system, diagnostics), diagnostics, out checkedSystem);
    }

    /// <summary>Checks a system whose partitions' manifests are known.</summary>
    /// <param name="system">The system.</param>
    /// <param name="manifests">The manifests, in the order of the system's partitions; null for one that could not be read.</param>
    /// <param name="diagnostics">Takes the findings, all of them.</param>
    /// <param name="checkedSystem">The checked system, if no finding is an error and no manifest is null.</param>
    /// <returns>Whether there is a checked system.</returns>
    public static bool TryCheck(
        SystemDeclaration system,
        ImmutableArray<PartitionManifest?> manifests,
        DiagnosticBag diagnostics,
        [NotNullWhen(true)] out CheckedSystem? checkedSystem)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (manifests.Length != system.Partitions.Length)
            throw new ArgumentException("There has to be one manifest for each partition.", nameof(manifests));

        StatementRules.Check(system, diagnostics);
        WholeSystemRules.Check(system, diagnostics);
        EndNotWired.Check(system, manifests, diagnostics);
        WiredEndNotDeclared.Check(system, manifests, diagnostics);
        MessageLayoutsDiffer.Check(system, manifests, diagnostics);
        MessageTooLarge.Check(system, manifests, diagnostics);
        TooManyEnds.Check(system, diagnostics);
        SharedTypeTooLarge.Check(system, manifests, diagnostics);
        PersistentBlockTooLarge.Check(system, manifests, diagnostics);
        LevelLineNeverCompleted.Check(system, manifests, diagnostics);
        RightUnused.Check(system, manifests, diagnostics);
        RightMissing.Check(system, manifests, diagnostics);
        NeverWaits.Check(system, manifests, diagnostics);
        NeverBeats.Check(system, manifests, diagnostics);
        MachineMemoryExceeded.Check(system, manifests, diagnostics);
        AddressableMemoryExceeded.Check(system, manifests, diagnostics);
        ChannelMemoryExceeded.Check(system, manifests, diagnostics);
        ReplaceableImagesTooLarge.Check(system, diagnostics);
        DmaBufferOutOfReach.Check(system, manifests, diagnostics);
        DmaBufferNotStated.Check(system, manifests, diagnostics);
        DmaBufferNotDeclared.Check(system, manifests, diagnostics);

        checkedSystem = diagnostics.HasErrors || manifests.Contains(null)
            ? null
            : CheckedSystemFactory.Create(system, manifests.CastArray<PartitionManifest>());
        return checkedSystem is not null;
    }
}
