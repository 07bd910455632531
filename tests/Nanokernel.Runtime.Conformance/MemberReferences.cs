using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Nanokernel.Runtime.Conformance;

/// <summary>
/// Members as <c>Type.Method(parameters)</c> and <c>Type.Field</c>: those that an assembly's code refers to, and the public ones that a
/// library has.
/// </summary>
internal static class MemberReferences
{
    private static readonly SignatureNames Names = new();

    /// <summary>What the code of an assembly uses of others.</summary>
    public static HashSet<string> In(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var reader = file.GetMetadataReader();
        return [.. reader.MemberReferences.Select(reader.GetMemberReference).Select(member => NameOf(reader, member))];
    }

    /// <summary>
    /// The public methods and fields of the public types below <c>System</c>. Left out is what no code refers to: attributes, which are
    /// read by tools only, overrides, which are called by what they override, and constants, which the compiler copies.
    /// </summary>
    public static IReadOnlyList<string> PublicOf(string library)
    {
        using var file = new PEReader(File.OpenRead(library));
        var reader = file.GetMetadataReader();
        return
        [
            .. from handle in reader.TypeDefinitions
               let name = Names.GetTypeFromDefinition(reader, handle, 0)
               where name.StartsWith("System.", System.StringComparison.Ordinal) && !name.EndsWith("Attribute", System.StringComparison.Ordinal)
                   && IsPublic(reader, handle)
               from member in MembersOf(reader, reader.GetTypeDefinition(handle))
               select $"{name}.{member}",
        ];
    }

    private static IEnumerable<string> MembersOf(MetadataReader reader, TypeDefinition type) =>
    [
        .. from method in type.GetMethods().Select(reader.GetMethodDefinition)
           where (method.Attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public
               && (method.Attributes & (MethodAttributes.Virtual | MethodAttributes.NewSlot)) != MethodAttributes.Virtual
           select reader.GetString(method.Name) + ParametersOf(method.DecodeSignature(Names, null)),
        .. from field in type.GetFields().Select(reader.GetFieldDefinition)
           where (field.Attributes & FieldAttributes.FieldAccessMask) == FieldAttributes.Public
               && (field.Attributes & (FieldAttributes.Literal | FieldAttributes.RTSpecialName)) == 0
           select reader.GetString(field.Name),
    ];

    private static bool IsPublic(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        return (type.Attributes & TypeAttributes.VisibilityMask) switch
        {
            TypeAttributes.Public => true,
            TypeAttributes.NestedPublic => IsPublic(reader, type.GetDeclaringType()),
            _ => false,
        };
    }

    private static string NameOf(MetadataReader reader, MemberReference member)
    {
        var type = member.Parent.Kind switch
        {
            HandleKind.TypeReference => Names.GetTypeFromReference(reader, (TypeReferenceHandle)member.Parent, 0),
            HandleKind.TypeSpecification => Names.GetTypeFromSpecification(reader, null, (TypeSpecificationHandle)member.Parent, 0).Split('<')[0],
            _ => "",
        };
        var name = $"{type}.{reader.GetString(member.Name)}";
        return member.GetKind() == MemberReferenceKind.Method ? name + ParametersOf(member.DecodeMethodSignature(Names, null)) : name;
    }

    private static string ParametersOf(MethodSignature<string> signature) =>
        (signature.GenericParameterCount == 0 ? "" : $"<{signature.GenericParameterCount}>") + $"({string.Join(", ", signature.ParameterTypes)})";
}
