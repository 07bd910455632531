using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Nanokernel.Sdk.Tests.Api;

/// <summary>What partitions know by a name of .NET is what .NET knows by it, so that code and knowledge carry over.</summary>
public class CoreLibraryTests
{
    /// <summary>What has no counterpart of the same signature in .NET, by its documentation id, and why it is there.</summary>
    private static readonly Dictionary<string, string> Additions = new(StringComparer.Ordinal)
    {
        ["M:System.ArgumentOutOfRangeException.ThrowIfNegative(System.Int32,System.String)"] = "generic in .NET; here for int only",
        ["M:System.ArgumentOutOfRangeException.ThrowIfNegativeOrZero(System.Int32,System.String)"] = "generic in .NET; here for int only",
        ["M:System.ArgumentOutOfRangeException.ThrowIfZero(System.Int32,System.String)"] = "generic in .NET; here for int only",
        ["M:System.Console.Write(System.ReadOnlySpan{System.Byte})"] = "UTF-8 text without a string",
        ["M:System.Console.WriteLine(System.ReadOnlySpan{System.Byte})"] = "UTF-8 text without a string",
        ["M:System.Console.Write(System.Runtime.CompilerServices.ConsoleInterpolatedStringHandler@)"] = "interpolation without a string",
        ["M:System.Console.WriteLine(System.Runtime.CompilerServices.ConsoleInterpolatedStringHandler@)"] = "interpolation without a string",
        ["M:System.Double.Parse(System.ReadOnlySpan{System.Char})"] = "fewer optional parameters than in .NET",
        ["M:System.Single.Parse(System.ReadOnlySpan{System.Char})"] = "fewer optional parameters than in .NET",
        ["M:System.String.Split(System.Char)"] = "fewer optional parameters than in .NET",
        ["M:System.MemoryExtensions.BinarySearch``1(System.ReadOnlySpan{``0},``0)"] = "of the element type, which .NET takes as IComparable<T>",
        ["M:System.MemoryExtensions.BinarySearch``1(System.Span{``0},``0)"] = "of the element type, which .NET takes as IComparable<T>",
        ["M:System.TimeSpan.op_Multiply(System.TimeSpan,System.Int64)"] = "without floating point",
        ["M:System.TimeSpan.op_Division(System.TimeSpan,System.Int64)"] = "without floating point",
        ["T:System.Runtime.CompilerServices.ConsoleInterpolatedStringHandler"] = "interpolation without a string",
        ["T:System.Runtime.RuntimeExportAttribute"] = "names a function for the linker; .NET keeps it to itself",
        ["T:System.Runtime.RuntimeImportAttribute"] = "names a function for the linker; .NET keeps it to itself",
    };

    private static readonly CSharpCompilation DotNet = CSharpCompilation.Create("dotnet", references: Net100.References.All);

    [Fact]
    public void Every_public_name_in_System_is_one_of_DotNet_but_for_a_known_few()
    {
        var core = CSharpCompilation.Create("core", references: [PackedLibraries.Runtime]);
        var library = (IAssemblySymbol)core.GetAssemblyOrModuleSymbol(PackedLibraries.Runtime)!;

        var additions = library.GlobalNamespace.GetNamespaceMembers().Where(space => space.Name != "Nanokernel").SelectMany(FindAdditions);

        Assert.Equal(Additions.Keys.Order(StringComparer.Ordinal), additions.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_constant_in_System_has_the_value_that_it_has_in_DotNet()
    {
        var core = CSharpCompilation.Create("core", references: [PackedLibraries.Runtime]);
        var library = (IAssemblySymbol)core.GetAssemblyOrModuleSymbol(PackedLibraries.Runtime)!;

        var constants = library.GlobalNamespace.GetNamespaceMembers().Where(space => space.Name != "Nanokernel").SelectMany(FindConstants).ToList();

        Assert.NotEmpty(constants);
        Assert.All(constants, constant => Assert.Equal(
            ((IFieldSymbol)DocumentationCommentId.GetFirstSymbolForDeclarationId(constant.GetDocumentationCommentId()!, DotNet)!).ConstantValue,
            constant.ConstantValue));
    }

    private static IEnumerable<IFieldSymbol> FindConstants(INamespaceOrTypeSymbol container) => container.GetMembers()
        .Where(member => member is INamespaceSymbol || IsVisible(member))
        .SelectMany(member => member switch
        {
            INamespaceOrTypeSymbol inner => FindConstants(inner),
            IFieldSymbol { HasConstantValue: true } constant => [constant],
            _ => [],
        });

    // Properties and events are compared by their accessors.
    private static IEnumerable<string> FindAdditions(INamespaceOrTypeSymbol container) => container.GetMembers()
        .Where(member => member is INamespaceSymbol || (IsVisible(member) && member is not (IPropertySymbol or IEventSymbol) && !IsDefaultConstructor(member)))
        .SelectMany(member => member switch
        {
            INamespaceSymbol space => FindAdditions(space),
            _ when !IsInDotNet(member) => [member.GetDocumentationCommentId()!],
            INamedTypeSymbol type => FindAdditions(type),
            _ => [],
        });

    private static bool IsVisible(ISymbol member) =>
        member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;

    private static bool IsDefaultConstructor(ISymbol member) =>
        member is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.Length: 0, ContainingType.TypeKind: TypeKind.Struct };

    private static bool IsInDotNet(ISymbol symbol) =>
        !DocumentationCommentId.GetSymbolsForDeclarationId(symbol.GetDocumentationCommentId()!, DotNet).IsEmpty;
}
