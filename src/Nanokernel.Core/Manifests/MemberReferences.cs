using System.Reflection.Metadata;

namespace Nanokernel.Manifests;

/// <summary>Looks for references to members in a partition's assembly and all that it refers to.</summary>
internal static class MemberReferences
{
    /// <summary>Whether any of the assemblies refers to one of some members.</summary>
    /// <param name="assembly">The partition's assembly.</param>
    /// <param name="typeName">The full name of the members' type.</param>
    /// <param name="names">The members' names.</param>
    /// <param name="without">The assembly that is not looked into: the one that has the members.</param>
    /// <returns>False only if all assemblies were there to be looked into.</returns>
    internal static bool AnyTo(MetadataAssembly assembly, string typeName, IReadOnlyCollection<string> names, string without)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { assembly.Name, without };
        var waiting = new Queue<MetadataAssembly>([assembly]);
        while (waiting.TryDequeue(out var next))
        {
            if (RefersTo(next, typeName, names))
                return true;
            foreach (var handle in next.Reader.AssemblyReferences)
            {
                var name = next.Reader.GetString(next.Reader.GetAssemblyReference(handle).Name);
                if (!seen.Add(name) || IsFramework(name))
                    continue;
                if (next.Assemblies.TryFind(name) is not { } reference)
                    return true;
                waiting.Enqueue(reference);
            }
        }

        return false;
    }

    /// <summary>The framework's own assemblies do not know ours, and need not lie beside a partition.</summary>
    private static bool IsFramework(string name) =>
        name is "System" or "mscorlib" or "netstandard" || name.StartsWith("System.", StringComparison.Ordinal);

    private static bool RefersTo(MetadataAssembly assembly, string typeName, IReadOnlyCollection<string> names)
    {
        foreach (var handle in assembly.Reader.MemberReferences)
        {
            var member = assembly.Reader.GetMemberReference(handle);
            if (member.Parent.Kind == HandleKind.TypeReference
                && names.Contains(assembly.Reader.GetString(member.Name))
                && assembly.FullNameOf((TypeReferenceHandle)member.Parent) == typeName)
            {
                return true;
            }
        }

        return false;
    }
}
