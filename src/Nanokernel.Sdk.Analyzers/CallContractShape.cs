using Microsoft.CodeAnalysis;

namespace Nanokernel.Sdk.Analyzers;

/// <summary>What is wrong with a contract or one of its members.</summary>
internal enum CallContractFault
{
    /// <summary>The interface itself.</summary>
    Interface,

    /// <summary>A member that is no method to call.</summary>
    Member,

    /// <summary>A second method of one name.</summary>
    Overload,

    /// <summary>A parameter or result that cannot be copied to another partition.</summary>
    Value,
}

/// <summary>A departure from the form that the generator needs a contract to have.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="Symbol">Where.</param>
/// <param name="Reason">Why, to follow the symbol's name in a sentence.</param>
internal readonly record struct CallContractFinding(CallContractFault Fault, ISymbol Symbol, string Reason);

/// <summary>The form that the generator needs an interface marked <c>[CallContract]</c> to have; the analyzer reports every departure from it.</summary>
internal static class CallContractShape
{
    /// <summary>Whether an interface is marked.</summary>
    internal static bool IsMarked(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Interface && type.GetAttributes().Any(data => data.AttributeClass?.ToDisplayString() == KnownNames.CallContractAttribute);

    /// <summary>The name without the I of interfaces, before which the generated names begin.</summary>
    internal static string StemOf(string name) =>
        name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]) ? name.Substring(1) : name;

    /// <summary>The methods that are called, in the order of their numbers.</summary>
    internal static IEnumerable<IMethodSymbol> MethodsOf(INamedTypeSymbol contract) => contract.GetMembers().OfType<IMethodSymbol>();

    /// <summary>All departures.</summary>
    internal static IEnumerable<CallContractFinding> FindingsOf(INamedTypeSymbol contract)
    {
        if (InterfaceFault(contract) is { } fault)
            yield return new(CallContractFault.Interface, contract, fault);

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in contract.GetMembers().Where(member => !IsAccessor(member)))
        {
            if (member is not IMethodSymbol method)
            {
                yield return new(CallContractFault.Member, member, $"is {(member is IPropertySymbol ? "a property" : member is IEventSymbol ? "an event" : "a type")}");
                continue;
            }

            if (MethodFault(method) is { } reason)
                yield return new(CallContractFault.Member, method, reason);
            if (!names.Add(method.Name))
                yield return new(CallContractFault.Overload, method, "");
            foreach (var finding in ValuesOf(method))
                yield return finding;
        }
    }

    /// <summary>The path to a pointer in a type, or null.</summary>
    internal static string? FindPointer(ITypeSymbol type) => FindPointer(type, "", new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default));

    private static bool IsAccessor(ISymbol member) => member is IMethodSymbol { AssociatedSymbol: not null };

    private static string? InterfaceFault(INamedTypeSymbol contract) => contract switch
    {
        { ContainingType: { } outer } => $"is inside '{outer.Name}'",
        { IsGenericType: true } => "has type parameters",
        { IsFileLocal: true } => "is local to its file",
        { Interfaces.IsEmpty: false } => $"inherits '{contract.Interfaces[0].Name}'",
        _ => MethodsOf(contract).Any() ? null : "has no method",
    };

    private static string? MethodFault(IMethodSymbol method) => method switch
    {
        { IsStatic: true } => "is static",
        { IsGenericMethod: true } => "has type parameters",
        { IsAbstract: false } => "has a body",
        _ => null,
    };

    private static IEnumerable<CallContractFinding> ValuesOf(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
        {
            var reason = parameter.RefKind is not (RefKind.None or RefKind.In) ? "is passed by reference"
                : parameter.IsParams ? "takes a list" : TypeFault(parameter.Type);
            if (reason is not null)
                yield return new(CallContractFault.Value, parameter, $"parameter '{parameter.Name}' {reason}");
        }

        var result = method.RefKind != RefKind.None ? "is a reference" : method.ReturnsVoid ? null : TypeFault(method.ReturnType);
        if (result is not null)
            yield return new(CallContractFault.Value, method, $"result {result}");
    }

    private static string? TypeFault(ITypeSymbol type)
    {
        if (type.IsRefLikeType)
            return $"is of type '{type.ToDisplayString()}', which refers to memory";
        if (!type.IsUnmanagedType && type.TypeKind != TypeKind.Error)
            return $"is of type '{type.ToDisplayString()}', which holds references";
        return FindPointer(type) is { } path ? $"is of type '{type.ToDisplayString()}', which holds a pointer{(path.Length > 0 ? $" in '{path}'" : "")}" : null;
    }

    private static string? FindPointer(ITypeSymbol type, string path, HashSet<ITypeSymbol> seen)
    {
        if (type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer)
            return path;
        if (type.TypeKind != TypeKind.Struct || type.SpecialType != SpecialType.None || !seen.Add(type))
            return null;
        return type.GetMembers().OfType<IFieldSymbol>()
            .Where(field => !field.IsStatic)
            .Select(field => FindPointer(field.Type, $"{path}.{field.AssociatedSymbol?.Name ?? field.Name}".TrimStart('.'), seen))
            .FirstOrDefault(found => found is not null);
    }
}
