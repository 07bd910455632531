using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Nanokernel.Manifests;

/// <summary>Reads signatures of one assembly; the context is the type arguments of the type that the signature belongs to.</summary>
internal sealed class TypeShapeDecoder(MetadataAssembly assembly) : ISignatureTypeProvider<TypeShape, ImmutableArray<TypeShape>>
{
    private int _specifications;

    public TypeShape GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode switch
    {
        PrimitiveTypeCode.String => new TypeShape.Unsupported("a reference (string)"),
        PrimitiveTypeCode.Object => new TypeShape.Unsupported("a reference (object)"),
        PrimitiveTypeCode.TypedReference or PrimitiveTypeCode.Void => new TypeShape.Unsupported(typeCode.ToString()),
        _ => new TypeShape.Primitive(typeCode),
    };

    public TypeShape GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) =>
        new TypeShape.Named(assembly, handle, []);

    public TypeShape GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => assembly.Resolve(handle);

    public TypeShape GetTypeFromSpecification(
        MetadataReader reader, ImmutableArray<TypeShape> genericContext, TypeSpecificationHandle handle, byte rawTypeKind)
    {
        if (++_specifications > DamagedMetadata.MostNesting)
            throw DamagedMetadata.Circle();
        return reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);
    }

    public TypeShape GetGenericInstantiation(TypeShape genericType, ImmutableArray<TypeShape> typeArguments) =>
        genericType is TypeShape.Named named ? named with { Arguments = typeArguments } : genericType;

    public TypeShape GetGenericTypeParameter(ImmutableArray<TypeShape> genericContext, int index) =>
        index < genericContext.Length ? genericContext[index] : new TypeShape.Unsupported("an open type parameter");

    public TypeShape GetGenericMethodParameter(ImmutableArray<TypeShape> genericContext, int index) =>
        new TypeShape.Unsupported("an open type parameter");

    public TypeShape GetModifiedType(TypeShape modifier, TypeShape unmodifiedType, bool isRequired) => unmodifiedType;

    public TypeShape GetPinnedType(TypeShape elementType) => elementType;

    public TypeShape GetArrayType(TypeShape elementType, ArrayShape shape) => new TypeShape.Unsupported("a reference (array)");

    public TypeShape GetSZArrayType(TypeShape elementType) => new TypeShape.Unsupported("a reference (array)");

    public TypeShape GetByReferenceType(TypeShape elementType) => new TypeShape.Unsupported("a reference (ref)");

    public TypeShape GetPointerType(TypeShape elementType) => new TypeShape.Unsupported("a pointer");

    public TypeShape GetFunctionPointerType(MethodSignature<TypeShape> signature) => new TypeShape.Unsupported("a function pointer");
}
