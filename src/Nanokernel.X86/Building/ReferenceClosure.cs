using System.Diagnostics.CodeAnalysis;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Nanokernel.Checking;
using Nanokernel.Model;

namespace Nanokernel.X86.Building;

/// <summary>Finds the assemblies that a partition's code is in: its own, and those that it refers to, which lie beside it.</summary>
internal static class ReferenceClosure
{
    private const string RuntimeName = "Nanokernel.Runtime";

    /// <summary>Finds them all, the partition's own first; the core library is left out.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="project">What runs in it.</param>
    /// <param name="diagnostics">Takes NK2091.</param>
    /// <param name="paths">The paths, when all were found.</param>
    public static bool TryFind(
        CheckedPartition partition, PartitionProject project, DiagnosticBag diagnostics, [NotNullWhen(true)] out IReadOnlyList<string>? paths)
    {
        var own = project.AssemblyPath;
        var found = new List<string> { own };
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { Path.GetFileNameWithoutExtension(own) };
        var complete = true;
        for (var i = 0; i < found.Count; i++)
        {
            using var file = new PEReader(File.OpenRead(found[i]));
            var metadata = file.GetMetadataReader();
            foreach (var handle in metadata.AssemblyReferences)
            {
                var name = metadata.GetString(metadata.GetAssemblyReference(handle).Name);
                if (name != RuntimeName && names.Add(name))
                    complete &= TryAdd(partition, project, name, found, diagnostics);
            }
        }

        paths = complete ? found : null;
        return complete;
    }

    private static bool TryAdd(CheckedPartition partition, PartitionProject project, string name, List<string> found, DiagnosticBag diagnostics)
    {
        var folder = Path.GetDirectoryName(project.AssemblyPath)!;
        var path = project.ReferencePaths
            .Append(Path.Combine(folder, name + ".dll"))
            .FirstOrDefault(candidate => Path.GetFileNameWithoutExtension(candidate) == name && File.Exists(candidate));
        if (path is null)
        {
            diagnostics.Report(BuildingRules.ReferencedAssemblyMissing, null, partition.Name, name, folder, project.AssemblyPath);
            return false;
        }

        found.Add(path);
        return true;
    }
}
