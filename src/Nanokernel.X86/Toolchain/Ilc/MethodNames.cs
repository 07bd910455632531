using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace Nanokernel.X86.Toolchain;

/// <summary>
/// Turns the compiler's symbols into the names of the C# source: <c>Plant_Control_Plant_Control__Main</c> is <c>Control.Main</c>.
/// A symbol is made of assembly, namespace, type and method, whose other characters became underscores, so that only the assemblies
/// themselves can tell what it was.
/// </summary>
public sealed partial class MethodNames
{
    private const string MethodTablePrefix = "??_7";
    private const string MethodTableSuffix = "@@6B@";

    private readonly Dictionary<string, string> _methods = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);

    private MethodNames()
    {
    }

    /// <summary>Reads the names of all methods of some assemblies. What is no assembly is passed over: the compiler reports it.</summary>
    /// <param name="assemblyPaths">The compiler's inputs.</param>
    public static MethodNames Load(IEnumerable<string> assemblyPaths)
    {
        ArgumentNullException.ThrowIfNull(assemblyPaths);
        var names = new MethodNames();
        foreach (var path in assemblyPaths.Where(File.Exists))
            names.TryAdd(path);
        return names;
    }

    /// <summary>Whether a symbol is the method table of a type.</summary>
    public static bool IsMethodTable(string symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        return symbol.StartsWith(MethodTablePrefix, StringComparison.Ordinal)
            && symbol.EndsWith(MethodTableSuffix, StringComparison.Ordinal);
    }

    /// <summary>
    /// The name as the source has it: type and method, or, for a method table, the type with its namespace; the symbol itself when the
    /// assemblies have no such method or type.
    /// </summary>
    /// <param name="symbol">The linker's name.</param>
    public string GetDisplayName(string symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        if (IsMethodTable(symbol))
            return _types.GetValueOrDefault(symbol[MethodTablePrefix.Length..^MethodTableSuffix.Length]) ?? symbol;
        var plain = RemoveTypeArguments(symbol);
        return _methods.GetValueOrDefault(plain)
            ?? _methods.GetValueOrDefault(OverloadSuffix().Replace(plain, ""))
            ?? symbol;
    }

    private void TryAdd(string path)
    {
        try
        {
            using var file = new PEReader(File.OpenRead(path));
            if (file.HasMetadata && file.GetMetadataReader() is { IsAssembly: true } reader)
                Add(reader);
        }
        catch (BadImageFormatException)
        {
            // No assembly, or a damaged one: its symbols keep the linker's names. That it cannot be compiled, the compiler says.
            return;
        }
    }

    private void Add(MetadataReader reader)
    {
        var assembly = Mangle(reader.GetString(reader.GetAssemblyDefinition().Name));
        foreach (var typeHandle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(typeHandle);
            var (mangled, display) = NameType(reader, type);
            var nameSpace = reader.GetString(type.Namespace);
            _types.TryAdd($"{assembly}_{mangled}", nameSpace.Length == 0 ? display : $"{nameSpace}.{display}");
            foreach (var methodHandle in type.GetMethods())
            {
                var method = reader.GetString(reader.GetMethodDefinition(methodHandle).Name);
                _methods.TryAdd($"{assembly}_{mangled}__{Mangle(method)}", $"{display}.{NameMethod(method)}");
            }
        }
    }

    private static (string Mangled, string Display) NameType(MetadataReader reader, TypeDefinition type)
    {
        var name = reader.GetString(type.Name);
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        var display = tick < 0 ? name : name[..tick];
        var declaring = type.GetDeclaringType();
        if (declaring.IsNil)
        {
            var nameSpace = reader.GetString(type.Namespace);
            return (Mangle(nameSpace.Length == 0 ? name : $"{nameSpace}.{name}"), display);
        }
        var outer = NameType(reader, reader.GetTypeDefinition(declaring));
        // The compiler's own closure classes say nothing to the reader: the method belongs to the class that the source has.
        return ($"{outer.Mangled}_{Mangle(name)}", name.StartsWith('<') ? outer.Display : $"{outer.Display}.{display}");
    }

    private static string NameMethod(string name)
    {
        if (LocalFunction().Match(name) is { Success: true } local)
            return $"{local.Groups["method"].Value}.{local.Groups["name"].Value}";
        if (Lambda().Match(name) is { Success: true } lambda)
            return $"{lambda.Groups["method"].Value}.(lambda)";
        if (name.StartsWith('.'))
            return name;
        // An explicit interface implementation carries the interface's name in front.
        return name[(name.LastIndexOf('.') + 1)..];
    }

    private static string Mangle(string name) => string.Create(name.Length, name, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = char.IsAsciiLetterOrDigit(source[i]) ? source[i] : '_';
    });

    private static string RemoveTypeArguments(string symbol)
    {
        if (!symbol.Contains('<', StringComparison.Ordinal))
            return symbol;
        var depth = 0;
        var plain = new System.Text.StringBuilder(symbol.Length);
        foreach (var c in symbol)
        {
            if (c == '<')
                depth++;
            else if (c == '>' && depth > 0)
                depth--;
            else if (depth == 0)
                plain.Append(c);
        }
        return plain.ToString();
    }

    [GeneratedRegex(@"_\d+$")]
    private static partial Regex OverloadSuffix();

    [GeneratedRegex(@"^<(?<method>[^>]+)>g__(?<name>[^|]+)\|")]
    private static partial Regex LocalFunction();

    [GeneratedRegex(@"^<(?<method>[^>]+)>b__")]
    private static partial Regex Lambda();
}
