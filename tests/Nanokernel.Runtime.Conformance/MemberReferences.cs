using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Nanokernel.Runtime.Conformance;

/// <summary>Methods as <c>Type.Name/parameters</c>: those that an assembly's code refers to, and the public ones that a library has.</summary>
internal static class MemberReferences
{
    /// <summary>What the code of an assembly calls in others.</summary>
    public static HashSet<string> In(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var reader = file.GetMetadataReader();
        return
        [
            .. reader.MemberReferences.Select(reader.GetMemberReference)
                .Where(member => member.GetKind() == MemberReferenceKind.Method)
                .Select(member => $"{NameOf(reader, member.Parent)}.{reader.GetString(member.Name)}/{ParametersOf(reader.GetBlobReader(member.Signature))}"),
        ];
    }

    /// <summary>
    /// The public methods of the public classes and structs below <c>System</c>. Left out is what no code names: attributes, which are read by
    /// tools only, and overrides, which are called by what they override.
    /// </summary>
    public static IReadOnlyList<string> PublicOf(string library)
    {
        using var file = new PEReader(File.OpenRead(library));
        var reader = file.GetMetadataReader();
        return
        [
            .. from type in reader.TypeDefinitions.Select(reader.GetTypeDefinition)
               let name = $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}"
               where name.StartsWith("System.", System.StringComparison.Ordinal)
                   && (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public
                   && (type.Attributes & TypeAttributes.Interface) == 0
                   && !name.EndsWith("Attribute", System.StringComparison.Ordinal)
               from method in type.GetMethods().Select(reader.GetMethodDefinition)
               where (method.Attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public
                   && (method.Attributes & (MethodAttributes.Virtual | MethodAttributes.NewSlot)) != MethodAttributes.Virtual
               select $"{name}.{reader.GetString(method.Name)}/{ParametersOf(reader.GetBlobReader(method.Signature))}",
        ];
    }

    private static int ParametersOf(BlobReader signature)
    {
        if (signature.ReadSignatureHeader().IsGeneric)
            signature.ReadCompressedInteger();
        return signature.ReadCompressedInteger();
    }

    private static string NameOf(MetadataReader reader, EntityHandle type) => type.Kind switch
    {
        HandleKind.TypeReference => NameOf(reader, reader.GetTypeReference((TypeReferenceHandle)type)),
        HandleKind.TypeSpecification => NameOfGeneric(reader, reader.GetBlobReader(reader.GetTypeSpecification((TypeSpecificationHandle)type).Signature)),
        _ => "",
    };

    private static string NameOf(MetadataReader reader, TypeReference type) => $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";

    private static string NameOfGeneric(MetadataReader reader, BlobReader signature)
    {
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
            return "";
        signature.ReadByte();
        return NameOf(reader, signature.ReadTypeHandle());
    }
}
