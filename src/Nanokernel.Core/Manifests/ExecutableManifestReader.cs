using Nanokernel.Checking;

namespace Nanokernel.Manifests;

/// <summary>Reads what a partition's executable asks of a system; the back end knows its format.</summary>
/// <param name="executable">The executable.</param>
/// <param name="location">The place that findings are reported at: where the partition was added.</param>
/// <param name="diagnostics">Takes the findings.</param>
/// <returns>The manifest; null where there is a finding.</returns>
public delegate PartitionManifest? ExecutableManifestReader(PartitionExecutable executable, SourceLocation? location, DiagnosticBag diagnostics);
