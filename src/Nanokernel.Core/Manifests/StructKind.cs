using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;

namespace Nanokernel.Manifests;

/// <summary>An instance field of a struct.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type, type arguments filled in.</param>
/// <param name="ExplicitOffset">The offset that <c>[FieldOffset]</c> states, or null.</param>
internal readonly record struct StructField(string Name, TypeShape Type, int? ExplicitOffset);

/// <summary>What metadata says about how a type is laid out.</summary>
internal readonly record struct StructKind(
    bool IsValueType, bool IsAuto, bool IsExplicit, int Pack, int StatedSize, int? InlineLength, TypeShape? EnumUnderlying)
{
    private const int NoPack = 128;

    internal static StructKind Of(TypeShape.Named type)
    {
        var definition = type.Definition;
        var baseName = BaseNameOf(type);
        var layout = definition.GetLayout();
        return new StructKind(
            IsValueType: baseName == "System.ValueType",
            IsAuto: (definition.Attributes & TypeAttributes.LayoutMask) == TypeAttributes.AutoLayout,
            IsExplicit: (definition.Attributes & TypeAttributes.LayoutMask) == TypeAttributes.ExplicitLayout,
            Pack: layout.PackingSize == 0 ? NoPack : layout.PackingSize,
            StatedSize: layout.Size,
            InlineLength: InlineLengthOf(type),
            EnumUnderlying: baseName == "System.Enum" ? InstanceFields(type)[0].Type : null);
    }

    internal static ImmutableArray<StructField> InstanceFields(TypeShape.Named type)
    {
        var reader = type.Assembly.Reader;
        var decoder = new TypeShapeDecoder(type.Assembly);
        var fields = ImmutableArray.CreateBuilder<StructField>();
        foreach (var handle in type.Definition.GetFields())
        {
            var definition = reader.GetFieldDefinition(handle);
            if (MetadataAssembly.IsStatic(definition))
                continue;
            var offset = definition.GetOffset();
            fields.Add(new StructField(
                reader.GetString(definition.Name), definition.DecodeSignature(decoder, type.Arguments), offset < 0 ? null : offset));
        }

        return fields.ToImmutable();
    }

    /// <summary>Whether the type is what the C# compiler makes for <c>fixed byte name[8]</c>.</summary>
    internal static bool IsFixedBuffer(TypeShape.Named type, ImmutableArray<StructField> fields) =>
        fields is [{ Name: "FixedElementField" }] && type.FullName.EndsWith("e__FixedBuffer", StringComparison.Ordinal);

    private static string BaseNameOf(TypeShape.Named type)
    {
        var parent = type.Definition.BaseType;
        return parent.Kind switch
        {
            HandleKind.TypeReference when !parent.IsNil => type.Assembly.FullNameOf((TypeReferenceHandle)parent),
            HandleKind.TypeDefinition when !parent.IsNil => type.Assembly.FullNameOf((TypeDefinitionHandle)parent),
            _ => "",
        };
    }

    private static int? InlineLengthOf(TypeShape.Named type)
    {
        var reader = type.Assembly.Reader;
        foreach (var handle in type.Definition.GetCustomAttributes())
        {
            var attribute = reader.GetCustomAttribute(handle);
            if (type.Assembly.AttributeTypeName(attribute) != "System.Runtime.CompilerServices.InlineArrayAttribute")
                continue;
            var value = reader.GetBlobReader(attribute.Value);
            value.ReadUInt16();
            return value.ReadInt32();
        }

        return null;
    }
}
