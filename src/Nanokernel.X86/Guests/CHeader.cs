using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Nanokernel.Abi;

namespace Nanokernel.X86.Guests;

/// <summary>
/// Writes <c>nanokernel.h</c>: what kernel, partitions and tools agree on, in C11. Numbers and layouts are those of the types in
/// <see cref="Nanokernel.Abi"/> as .NET lays them out; the compiler of a guest asserts every size and offset again.
/// </summary>
internal static class CHeader
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "nanokernel.h";

    private const BindingFlags InstanceFields = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    /// <summary>Writes the header.</summary>
    /// <returns>Its text, with line feeds alone.</returns>
    public static string Write()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $$"""
            /*
             * The binary interface between the kernel and partitions that are written in C or another language.
             * Generated from the types in Nanokernel.Abi, revision {{AbiVersion.Current}}: do not edit. nanokernel_guest.h has functions that use it.
             */
            #ifndef NANOKERNEL_H
            #define NANOKERNEL_H

            #include <stddef.h>
            #include <stdint.h>

            """);
        foreach (var type in TypesInOrder())
        {
            text.Append('\n');
            if (!IsStructure(type))
            {
                Comment(text, AbiComments.Of(type), "");
                text.Append('\n');
            }

            Constants(text, type);
            if (IsStructure(type))
                Structure(text, type);
        }

        text.Append("\n#endif\n");
        return text.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>By name, but each structure behind those that it contains.</summary>
    private static List<Type> TypesInOrder()
    {
        var ordered = new List<Type>();
        void Add(Type type)
        {
            if (ordered.Contains(type))
                return;
            foreach (var part in Fields(type).Select(field => ElementOf(field.FieldType).Type).Where(part => part.Namespace == type.Namespace))
                Add(part);
            ordered.Add(type);
        }

        foreach (var type in CNames.AbiTypes.Where(type => !IsArray(type)))
            Add(type);
        return ordered;
    }

    private static void Constants(StringBuilder text, Type type)
    {
        var constants = type.GetFields(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(field => field.IsLiteral)
            .OrderBy(field => field.MetadataToken);
        foreach (var constant in constants)
        {
            Comment(text, AbiComments.Of(constant), "");
            text.Append(CultureInfo.InvariantCulture, $"#define {CNames.Of(constant)} {Number(constant.GetRawConstantValue()!)}\n");
        }
    }

    private static void Structure(StringBuilder text, Type type)
    {
        var name = CNames.Of(type);
        var asserts = new StringBuilder();
        Comment(text, AbiComments.Of(type), "");
        text.Append(CultureInfo.InvariantCulture, $"{name}\n{{\n");
        var next = 0;
        foreach (var (field, offset) in Fields(type).Select(field => (Field: field, Offset: StructureLayout.OffsetOf(field))).OrderBy(field => field.Offset))
        {
            Padding(text, next, offset);
            Comment(text, AbiComments.Of(field), "    ");
            var (element, count) = ElementOf(field.FieldType);
            var member = CNames.Of(field);
            text.Append(CultureInfo.InvariantCulture, $"    {CNames.Of(element)} {member}{(count is { } bound ? $"[{bound}]" : "")};\n");
            asserts.Append(CultureInfo.InvariantCulture, $"_Static_assert(offsetof({name}, {member}) == {offset}, \"{name}.{member}\");\n");
            next = offset + StructureLayout.SizeOf(field.FieldType);
        }

        var size = StructureLayout.SizeOf(type);
        Padding(text, next, size);
        text.Append("};\n");
        text.Append(CultureInfo.InvariantCulture, $"_Static_assert(sizeof({name}) == {size}, \"{name}\");\n").Append(asserts);
    }

    private static void Padding(StringBuilder text, int from, int to)
    {
        if (to > from)
            text.Append(CultureInfo.InvariantCulture, $"    uint8_t reserved_{from}[{to - from}];\n");
    }

    private static void Comment(StringBuilder text, IReadOnlyList<string> lines, string indent)
    {
        if (lines.Count == 1)
            text.Append(indent).Append("/* ").Append(lines[0]).Append(" */\n");
        if (lines.Count <= 1)
            return;
        text.Append(indent).Append("/*\n");
        foreach (var line in lines)
            text.Append(indent).Append($" * {line}".TrimEnd()).Append('\n');
        text.Append(indent).Append(" */\n");
    }

    private static IEnumerable<FieldInfo> Fields(Type type) =>
        IsStructure(type) ? type.GetFields(InstanceFields).OrderBy(field => field.MetadataToken) : [];

    private static bool IsStructure(Type type) => type is { IsValueType: true, IsEnum: false };

    private static bool IsArray(Type type) => type.IsDefined(typeof(InlineArrayAttribute), inherit: false);

    /// <summary>What a field is made of: an inline array is so many of its element.</summary>
    private static (Type Type, int? Count) ElementOf(Type type) =>
        type.GetCustomAttribute<InlineArrayAttribute>() is { } array
            ? (type.GetFields(InstanceFields).Single().FieldType, array.Length)
            : (type, null);

    private static string Number(object value) => value switch
    {
        uint number => number < 0x1000 ? string.Create(CultureInfo.InvariantCulture, $"{number}u") : string.Create(CultureInfo.InvariantCulture, $"0x{number:X8}u"),
        ulong number => string.Create(CultureInfo.InvariantCulture, $"0x{number:X}ull"),
        int number => number < 0 ? string.Create(CultureInfo.InvariantCulture, $"({number})") : number.ToString(CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"A constant of type {value.GetType()} has no form in C."),
    };
}
