using System.Collections.Immutable;
using System.Globalization;
using System.Reflection.Metadata;

namespace Nanokernel.Manifests;

/// <summary>
/// Computes where the fields of a struct lie on IA-32, by the rules of the compiler: sequential with natural alignment (8 bytes for 64-bit
/// types) unless Pack, Size or explicit offsets say otherwise; fixed buffers and inline arrays are repeated elements.
/// </summary>
internal sealed class MessageLayoutBuilder
{
    private const int MostNesting = 32;
    private const int MostFields = 4_096;

    // In a damaged assembly a struct can contain itself twice.
    private const int MostSteps = 100_000;
    private const long MostBytes = int.MaxValue;

    private readonly ImmutableArray<MessageField>.Builder _fields = ImmutableArray.CreateBuilder<MessageField>();
    private int _steps;

    /// <summary>The size and alignment of a type.</summary>
    private readonly record struct Extent(long Size, int Alignment);

    internal static MessageLayout Build(TypeShape type)
    {
        var builder = new MessageLayoutBuilder();
        var extent = builder.Place(type, offset: 0, path: "", depth: 0);
        return new MessageLayout(NameOf(type), checked((int)extent.Size), [.. builder._fields.OrderBy(part => part.Offset)]);
    }

    internal static string NameOf(TypeShape type) => type switch
    {
        TypeShape.Named { Arguments.IsEmpty: true } named => named.FullName,
        TypeShape.Named named => $"{WithoutArity(named.FullName)}<{string.Join(", ", named.Arguments.Select(NameOf))}>",
        TypeShape.Primitive primitive => primitive.Code.ToString(),
        TypeShape.Missing missing => missing.TypeName,
        TypeShape.Unsupported unsupported => unsupported.Description,
        _ => type.ToString(),
    };

    private static string WithoutArity(string name) => name.Split('`')[0];

    private Extent Place(TypeShape type, long offset, string path, int depth)
    {
        if (depth > MostNesting || ++_steps > MostSteps)
            throw new MessageLayoutException($"{Subject(path)} is nested more than {MostNesting} structs deep");
        switch (type)
        {
            case TypeShape.Primitive primitive:
                return PlacePrimitive(primitive.Code, offset, path);
            case TypeShape.Named named:
                return PlaceNamed(named, offset, path, depth);
            case TypeShape.Missing missing:
                throw new MessageLayoutException(missing);
            default:
                throw new MessageLayoutException($"{Subject(path)} is {NameOf(type)}, which means nothing in another partition");
        }
    }

    private static string Subject(string path) => path.Length == 0 ? "it" : $"its field '{path}'";

    private Extent PlacePrimitive(PrimitiveTypeCode code, long offset, string path)
    {
        var size = SizeOf(code);
        var letter = code switch
        {
            PrimitiveTypeCode.Boolean => 'b',
            PrimitiveTypeCode.Char => 'c',
            PrimitiveTypeCode.Single or PrimitiveTypeCode.Double => 'f',
            PrimitiveTypeCode.SByte or PrimitiveTypeCode.Int16 or PrimitiveTypeCode.Int32 or PrimitiveTypeCode.Int64
                or PrimitiveTypeCode.IntPtr => 'i',
            _ => 'u',
        };
        if (_fields.Count >= MostFields || offset > MostBytes - size)
            throw new MessageLayoutException($"it has more than {MostFields:N0} fields or is larger than the address space");
        _fields.Add(new MessageField((int)offset, size, string.Create(CultureInfo.InvariantCulture, $"{letter}{size}"), path));
        return new Extent(size, size);
    }

    private static int SizeOf(PrimitiveTypeCode code) => code switch
    {
        PrimitiveTypeCode.Boolean or PrimitiveTypeCode.SByte or PrimitiveTypeCode.Byte => 1,
        PrimitiveTypeCode.Char or PrimitiveTypeCode.Int16 or PrimitiveTypeCode.UInt16 => 2,
        PrimitiveTypeCode.Int64 or PrimitiveTypeCode.UInt64 or PrimitiveTypeCode.Double => 8,
        _ => 4,
    };

    private Extent PlaceNamed(TypeShape.Named type, long offset, string path, int depth)
    {
        var kind = StructKind.Of(type);
        if (kind.EnumUnderlying is { } underlying)
            return Place(underlying, offset, path, depth + 1);
        if (!kind.IsValueType)
            throw new MessageLayoutException($"{Subject(path)} is a reference (class {type.FullName})");
        if (kind.IsAuto)
            throw new MessageLayoutException($"{Subject(path)} has LayoutKind.Auto, so each build may place its fields differently");

        var fields = StructKind.InstanceFields(type);
        if (kind.InlineLength is { } length)
            return PlaceRepeated(Single(fields, type), length, offset, path, depth);
        if (StructKind.IsFixedBuffer(type, fields) && kind.StatedSize > 0)
            return PlaceFixedBuffer(fields[0].Type, kind.StatedSize, offset, path, depth);

        var end = 0L;
        var alignment = 1;
        foreach (var part in fields)
        {
            var fieldAlignment = Math.Min(AlignmentOf(part.Type, depth + 1), kind.Pack);
            var start = kind.IsExplicit
                ? part.ExplicitOffset ?? throw new MessageLayoutException($"field '{part.Name}' of {type.FullName} has no FieldOffset")
                : AlignUp(end, fieldAlignment);
            var extent = Place(part.Type, offset + start, path.Length == 0 ? part.Name : $"{path}.{part.Name}", depth + 1);
            end = Math.Max(end, start + extent.Size);
            alignment = Math.Max(alignment, fieldAlignment);
        }

        var size = kind.StatedSize > 0 ? Math.Max(kind.StatedSize, end) : AlignUp(Math.Max(end, 1), alignment);
        return new Extent(size, alignment);
    }

    private static StructField Single(ImmutableArray<StructField> fields, TypeShape.Named type) =>
        fields.Length == 1 ? fields[0] : throw new MessageLayoutException($"inline array {type.FullName} has {fields.Length} fields");

    private Extent PlaceRepeated(StructField element, int length, long offset, string path, int depth)
    {
        if (length is < 1 or > MostFields)
            throw new MessageLayoutException($"{Subject(path)} is an inline array of {length:N0} elements; the most is {MostFields:N0}");
        var extent = new Extent(0, 1);
        for (var index = 0; index < length; index++)
            extent = Place(element.Type, offset + index * extent.Size, $"{path}[{index}]", depth + 1);
        return extent with { Size = extent.Size * length };
    }

    private Extent PlaceFixedBuffer(TypeShape element, int bytes, long offset, string path, int depth)
    {
        var extent = Place(element, offset, $"{path}[0]", depth + 1);
        for (var index = 1; (index + 1) * extent.Size <= bytes; index++)
            Place(element, offset + index * extent.Size, $"{path}[{index}]", depth + 1);
        return extent with { Size = bytes };
    }

    /// <summary>The alignment alone, without placing anything: 1 for what <see cref="Place"/> is going to refuse.</summary>
    private int AlignmentOf(TypeShape type, int depth)
    {
        if (type is TypeShape.Primitive primitive)
            return SizeOf(primitive.Code);
        if (type is not TypeShape.Named named || depth > MostNesting || ++_steps > MostSteps)
            return 1;
        var kind = StructKind.Of(named);
        if (kind.EnumUnderlying is { } underlying)
            return AlignmentOf(underlying, depth + 1);
        return kind.IsValueType
            ? StructKind.InstanceFields(named).Select(part => Math.Min(AlignmentOf(part.Type, depth + 1), kind.Pack)).Append(1).Max()
            : 1;
    }

    private static long AlignUp(long value, int alignment) => (value + alignment - 1) / alignment * alignment;
}
