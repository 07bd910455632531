using System.Reflection;
using System.Text.RegularExpressions;
using Nanokernel.Abi;

namespace Nanokernel.X86.Guests;

/// <summary>What the types of <see cref="Nanokernel.Abi"/> and their members are called in C.</summary>
internal static partial class CNames
{
    private static readonly HashSet<string> Keywords =
    [
        "auto", "break", "case", "char", "const", "continue", "default", "do", "double", "else", "enum", "extern", "float", "for", "goto", "if",
        "inline", "int", "long", "register", "restrict", "return", "short", "signed", "sizeof", "static", "struct", "switch", "typedef", "union",
        "unsigned", "void", "volatile", "while",
    ];

    private static readonly Dictionary<Type, string> Primitives = new()
    {
        [typeof(byte)] = "uint8_t", [typeof(sbyte)] = "int8_t", [typeof(ushort)] = "uint16_t", [typeof(short)] = "int16_t",
        [typeof(uint)] = "uint32_t", [typeof(int)] = "int32_t", [typeof(ulong)] = "uint64_t", [typeof(long)] = "int64_t",
    };

    /// <summary>The public types of the interface, by name.</summary>
    public static IReadOnlyList<Type> AbiTypes { get; } =
    [
        .. typeof(AbiVersion).Assembly.GetTypes()
            .Where(type => type is { IsPublic: true } && type.Namespace == typeof(AbiVersion).Namespace)
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    /// <summary>
    /// A type where a member is declared, <c>uint32_t</c> or <c>struct nk_channel_end</c>; for a class of constants, what their names have in
    /// common.
    /// </summary>
    public static string Of(Type type)
    {
        if (Primitives.TryGetValue(type.IsEnum ? type.GetEnumUnderlyingType() : type, out var primitive))
            return primitive;
        if (type.Namespace != typeof(AbiVersion).Namespace)
            throw new NotSupportedException($"A member of type {type} has no form in C.");
        return type.IsValueType ? "struct nk_" + Words(type.Name).ToLowerInvariant() : $"NK_{Words(type.Name).ToUpperInvariant()}_*";
    }

    /// <summary>A constant, <c>NK_HYPERCALL_NULL</c>, or a member of a structure, <c>slot_mask</c>.</summary>
    public static string Of(FieldInfo field)
    {
        if (field.IsLiteral)
            return $"NK_{Words(field.DeclaringType!.Name)}_{Words(field.Name)}".ToUpperInvariant();
        var name = Words(field.Name).ToLowerInvariant();
        return Keywords.Contains(name) ? name + "_" : name;
    }

    private static string Words(string name) => WordStart().Replace(name, "_");

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")]
    private static partial Regex WordStart();
}
