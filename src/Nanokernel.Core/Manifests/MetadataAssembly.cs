using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Nanokernel.Manifests;

/// <summary>The metadata of one assembly, read whole, so that the file is free again.</summary>
internal sealed class MetadataAssembly
{
    // Keeps the memory that Reader points into.
    private readonly PEReader _image;
    private readonly Dictionary<string, TypeDefinitionHandle> _types = new(StringComparer.Ordinal);

    private MetadataAssembly(PEReader image, MetadataAssemblySet assemblies)
    {
        _image = image;
        Assemblies = assemblies;
        Reader = image.GetMetadataReader();
        foreach (var handle in Reader.TypeDefinitions)
            _types.TryAdd(FullNameOf(handle), handle);
    }

    internal MetadataReader Reader { get; }

    internal MetadataAssemblySet Assemblies { get; }

    internal static MetadataAssembly Open(string path, MetadataAssemblySet assemblies)
    {
        var image = new PEReader(ImmutableArray.Create(File.ReadAllBytes(path)));
        if (!image.HasMetadata)
            throw new BadImageFormatException("it has no .NET metadata");
        return new MetadataAssembly(image, assemblies);
    }

    internal string FullNameOf(TypeDefinitionHandle handle) => FullNameOf(handle, depth: 0);

    internal string FullNameOf(TypeReferenceHandle handle) => FullNameOf(handle, depth: 0);

    private string FullNameOf(TypeDefinitionHandle handle, int depth)
    {
        if (depth > DamagedMetadata.MostNesting)
            throw DamagedMetadata.Circle();
        var definition = Reader.GetTypeDefinition(handle);
        var name = Reader.GetString(definition.Name);
        var declaring = definition.GetDeclaringType();
        if (!declaring.IsNil)
            return FullNameOf(declaring, depth + 1) + "." + name;
        return definition.Namespace.IsNil ? name : Reader.GetString(definition.Namespace) + "." + name;
    }

    private string FullNameOf(TypeReferenceHandle handle, int depth)
    {
        if (depth > DamagedMetadata.MostNesting)
            throw DamagedMetadata.Circle();
        var reference = Reader.GetTypeReference(handle);
        var name = Reader.GetString(reference.Name);
        if (reference.ResolutionScope.Kind == HandleKind.TypeReference)
            return FullNameOf((TypeReferenceHandle)reference.ResolutionScope, depth + 1) + "." + name;
        return reference.Namespace.IsNil ? name : Reader.GetString(reference.Namespace) + "." + name;
    }

    /// <summary>The full name of the type that a custom attribute is of.</summary>
    internal string AttributeTypeName(CustomAttribute attribute)
    {
        if (attribute.Constructor.Kind == HandleKind.MethodDefinition)
            return FullNameOf(Reader.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType());
        var parent = Reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent;
        return parent.Kind switch
        {
            HandleKind.TypeReference => FullNameOf((TypeReferenceHandle)parent),
            HandleKind.TypeDefinition => FullNameOf((TypeDefinitionHandle)parent),
            _ => "",
        };
    }

    internal TypeShape FindType(string fullName) => FindType(fullName, forwards: 0);

    internal TypeShape Resolve(TypeReferenceHandle handle)
    {
        var fullName = FullNameOf(handle);
        var scope = Reader.GetTypeReference(handle).ResolutionScope;
        while (scope.Kind == HandleKind.TypeReference)
            scope = Reader.GetTypeReference((TypeReferenceHandle)scope).ResolutionScope;
        return scope.Kind == HandleKind.AssemblyReference
            ? ResolveIn((AssemblyReferenceHandle)scope, fullName, forwards: 0)
            : FindType(fullName);
    }

    private TypeShape FindType(string fullName, int forwards)
    {
        if (_types.TryGetValue(fullName, out var handle))
            return new TypeShape.Named(this, handle, []);
        foreach (var exportedHandle in Reader.ExportedTypes)
        {
            var exported = Reader.GetExportedType(exportedHandle);
            if (exported.Implementation.Kind == HandleKind.AssemblyReference && IsNamed(exported, fullName))
                return ResolveIn((AssemblyReferenceHandle)exported.Implementation, fullName, forwards);
        }

        return new TypeShape.Missing(fullName, Name);
    }

    private TypeShape ResolveIn(AssemblyReferenceHandle reference, string fullName, int forwards)
    {
        const int MostForwards = 16;
        var name = Reader.GetString(Reader.GetAssemblyReference(reference).Name);
        return forwards < MostForwards && Assemblies.TryFind(name) is { } assembly
            ? assembly.FindType(fullName, forwards + 1)
            : new TypeShape.Missing(fullName, name);
    }

    private bool IsNamed(ExportedType exported, string fullName)
    {
        var name = Reader.GetString(exported.Name);
        return fullName == (exported.Namespace.IsNil ? name : Reader.GetString(exported.Namespace) + "." + name);
    }

    internal string Name => Reader.IsAssembly ? Reader.GetString(Reader.GetAssemblyDefinition().Name) : "module";

    internal static bool IsStatic(FieldDefinition definition) => (definition.Attributes & FieldAttributes.Static) != 0;
}
