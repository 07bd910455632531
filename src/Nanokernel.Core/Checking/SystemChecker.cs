using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.Checking;

/// <summary>Runs all rules over a declared system and, if none is broken, makes the checked system of it.</summary>
public static class SystemChecker
{
    /// <summary>Checks a system whose partitions' manifests are known.</summary>
    /// <param name="system">The system.</param>
    /// <param name="manifests">The manifests, in the order of the system's partitions.</param>
    /// <param name="diagnostics">Takes the findings, all of them.</param>
    /// <param name="checkedSystem">The checked system, if no finding is an error.</param>
    /// <returns>Whether no finding is an error.</returns>
    public static bool TryCheck(
        SystemDeclaration system,
        ImmutableArray<PartitionManifest> manifests,
        DiagnosticBag diagnostics,
        [NotNullWhen(true)] out CheckedSystem? checkedSystem)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(diagnostics);
        checkedSystem = diagnostics.HasErrors ? null : CheckedSystemFactory.Create(system, manifests);
        return checkedSystem is not null;
    }
}
