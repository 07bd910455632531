using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Nanokernel.Sdk.Analyzers;

/// <summary>The form that the generator needs a partition to have; the analyzer reports every departure from it.</summary>
internal static class PartitionShape
{
    /// <summary>Whether a second half can be added to the class: static, partial, neither generic nor inside another type.</summary>
    internal static bool IsStaticPartial(INamedTypeSymbol type, CancellationToken cancellation) =>
        type is { IsStatic: true, IsGenericType: false, ContainingType: null, TypeKind: TypeKind.Class }
        && type.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax(cancellation) is ClassDeclarationSyntax syntax && syntax.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>The method <c>static void Main()</c>, or null.</summary>
    internal static IMethodSymbol? EntryPointOf(INamedTypeSymbol type) =>
        type.GetMembers(KnownNames.EntryPoint).OfType<IMethodSymbol>().FirstOrDefault(
            method => method is { IsStatic: true, IsGenericMethod: false, ReturnsVoid: true, IsAsync: false, Parameters.Length: 0 });

    /// <summary>The declaration <c>static partial T Name { get; }</c> of a channel end, or null where it has another form.</summary>
    internal static PropertyDeclarationSyntax? DefinitionOf(IPropertySymbol property, CancellationToken cancellation)
    {
        if (property is not { IsStatic: true, IsPartialDefinition: true, SetMethod: null, ReturnsByRef: false, ReturnsByRefReadonly: false })
            return null;
        return property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) as PropertyDeclarationSyntax;
    }
}
