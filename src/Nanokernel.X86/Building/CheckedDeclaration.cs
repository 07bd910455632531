using System.Diagnostics.CodeAnalysis;
using Nanokernel.Checking;
using Nanokernel.Layout;
using Nanokernel.Manifests;
using Nanokernel.Model;

namespace Nanokernel.X86.Building;

/// <summary>A declared system that has passed every rule, and its layout.</summary>
/// <param name="System">The checked system.</param>
/// <param name="Layout">Where its parts go.</param>
internal sealed record CheckedDeclaration(CheckedSystem System, SystemLayout Layout)
{
    /// <summary>The key that new images of partitions are signed for; null: there are none.</summary>
    public VerificationKey? ImageKey { get; private init; }

    /// <summary>Reads what each partition asks for and checks it against what the system gives.</summary>
    public static bool TryRead(SystemBuilder builder, DiagnosticBag diagnostics, [NotNullWhen(true)] out CheckedDeclaration? checkedDeclaration)
    {
        checkedDeclaration = null;
        var declared = builder.Build();
        var manifests = PartitionManifest.ReadAll(declared, diagnostics, ExecutableLinker.ReadManifest);
        VerificationKey? key = null;
        var hasUsableKey = declared.ImageKey is not { } stated || VerificationKey.TryParse(stated.Value, declared.Name, stated.Location, diagnostics, out key);
        if (!SystemChecker.TryCheck(declared, manifests, diagnostics, out var system) || !hasUsableKey)
            return false;
        checkedDeclaration = new CheckedDeclaration(system, SystemLayout.Solve(system)) { ImageKey = key };
        return true;
    }
}
