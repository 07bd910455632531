using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Nanokernel.Checking;

namespace Nanokernel.X86.Toolchain;

/// <summary>
/// Finds the source of a method that the compiler names as <c>[assembly]Namespace.Type.Method(arguments)</c>, in the assembly's PDB.
/// </summary>
internal sealed partial class IlcSourceLocator(IReadOnlyList<string> assemblies)
{
    /// <summary>The method as the source has it: type and method without namespace.</summary>
    public string GetDisplayName(string method)
    {
        var (_, type, name) = Parse(method);
        return type.Length == 0 ? method : $"{type[(type.LastIndexOfAny(['.', '+']) + 1)..]}.{name}";
    }

    /// <summary>Where the method begins; null when there is no PDB or no such method.</summary>
    public SourceLocation? Find(string method)
    {
        var (assembly, type, name) = Parse(method);
        var path = assemblies.FirstOrDefault(a => Path.GetFileNameWithoutExtension(a) == assembly);
        if (path is null || !File.Exists(path))
            return null;
        try
        {
            using var file = new PEReader(File.OpenRead(path));
            if (!file.HasMetadata
                || !file.TryOpenAssociatedPortablePdb(path, p => File.Exists(p) ? File.OpenRead(p) : null, out var pdb, out _))
                return null;
            using (pdb)
                return pdb is null ? null : Find(file.GetMetadataReader(), pdb.GetMetadataReader(), type, name);
        }
        catch (BadImageFormatException)
        {
            // A damaged assembly has no lines; that it is damaged, the compiler says itself.
            return null;
        }
    }

    private static SourceLocation? Find(MetadataReader reader, MetadataReader pdb, string type, string name)
    {
        foreach (var handle in reader.MethodDefinitions)
        {
            var definition = reader.GetMethodDefinition(handle);
            if (reader.GetString(definition.Name) != name || GetTypeName(reader, definition.GetDeclaringType()) != type)
                continue;
            foreach (var point in pdb.GetMethodDebugInformation(handle.ToDebugInformationHandle()).GetSequencePoints())
            {
                if (!point.IsHidden)
                    return new SourceLocation(pdb.GetString(pdb.GetDocument(point.Document).Name), point.StartLine, point.StartColumn);
            }
        }
        return null;
    }

    private static string GetTypeName(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var name = reader.GetString(type.Name);
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        name = tick < 0 ? name : name[..tick];
        var declaring = type.GetDeclaringType();
        if (!declaring.IsNil)
            return $"{GetTypeName(reader, declaring)}+{name}";
        var nameSpace = reader.GetString(type.Namespace);
        return nameSpace.Length == 0 ? name : $"{nameSpace}.{name}";
    }

    private static (string Assembly, string Type, string Method) Parse(string method)
    {
        var end = method.IndexOf(']', StringComparison.Ordinal);
        if (!method.StartsWith('[') || end < 0)
            return ("", "", "");
        var arguments = method.IndexOf('(', end);
        var path = arguments < 0 ? method[(end + 1)..] : method[(end + 1)..arguments];
        path = TypeArguments().Replace(path, "");
        path = Arity().Replace(path, "");
        var dot = path.LastIndexOf('.');
        if (dot > 0 && path[dot - 1] == '.')
            dot--; // A constructor: "Type..ctor".
        return dot <= 0 ? ("", "", "") : (method[1..end], path[..dot], path[(dot + 1)..]);
    }

    [GeneratedRegex(@"`\d+")]
    private static partial Regex Arity();

    [GeneratedRegex(@"<[^()]*>$|<[^()]*>(?=\.)")]
    private static partial Regex TypeArguments();
}
