using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Nanokernel.Sdk.Analyzers.Analysis;

/// <summary>Rejects, while one types, the C# that a partition cannot run: the compiler takes it, and the image would stop at it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnsupportedLanguageAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => LanguageRules.All;

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (!ProjectKind.IsGuest(start.Options))
                return;
            start.RegisterSyntaxNodeAction(CheckStatement, StatementKinds);
            start.RegisterSyntaxNodeAction(CheckAsync, AsyncKinds);
            start.RegisterSyntaxNodeAction(CheckArray, SyntaxKind.ArrayType, SyntaxKind.ImplicitArrayCreationExpression);
            start.RegisterSyntaxNodeAction(CheckDynamic, SyntaxKind.IdentifierName);
            start.RegisterSyntaxNodeAction(CheckAttribute, SyntaxKind.Attribute);
            start.RegisterSyntaxNodeAction(CheckArgumentList, ArgumentListKinds);
            start.RegisterSyntaxNodeAction(StackAllocationChecks.Check, SyntaxKind.StackAllocArrayCreationExpression, SyntaxKind.ImplicitStackAllocArrayCreationExpression);
            start.RegisterSymbolAction(CheckMethod, SymbolKind.Method);
            start.RegisterSymbolAction(CheckField, SymbolKind.Field);
        });
    }

    private static ImmutableArray<SyntaxKind> StatementKinds =>
    [
        SyntaxKind.CatchClause, SyntaxKind.LockStatement, SyntaxKind.QueryExpression, SyntaxKind.DestructorDeclaration,
        SyntaxKind.YieldReturnStatement, SyntaxKind.YieldBreakStatement,
    ];

    private static ImmutableArray<SyntaxKind> AsyncKinds =>
    [
        SyntaxKind.MethodDeclaration, SyntaxKind.LocalFunctionStatement, SyntaxKind.SimpleLambdaExpression,
        SyntaxKind.ParenthesizedLambdaExpression, SyntaxKind.AnonymousMethodExpression,
    ];

    private static ImmutableArray<SyntaxKind> ArgumentListKinds =>
    [
        SyntaxKind.ArgListExpression, SyntaxKind.Parameter, SyntaxKind.MakeRefExpression, SyntaxKind.RefTypeExpression, SyntaxKind.RefValueExpression,
    ];

    private static void CheckStatement(SyntaxNodeAnalysisContext context)
    {
        var (rule, place) = context.Node switch
        {
            CatchClauseSyntax node => (LanguageRules.CatchClause, node.CatchKeyword),
            LockStatementSyntax node => (LanguageRules.LockStatement, node.LockKeyword),
            QueryExpressionSyntax node => (LanguageRules.QueryExpression, node.FromClause.FromKeyword),
            DestructorDeclarationSyntax node => (LanguageRules.Finalizer, node.Identifier),
            YieldStatementSyntax node => (LanguageRules.Iterator, node.YieldKeyword),
            _ => throw new InvalidOperationException($"No rule is about {context.Node.Kind()}."),
        };
        if (context.Node is YieldStatementSyntax yield && !IsFirstOfItsFunction(yield))
            return;
        context.Report(rule, place.GetLocation(), NameOf(context));
    }

    private static void CheckAsync(SyntaxNodeAnalysisContext context)
    {
        var modifiers = context.Node switch
        {
            MethodDeclarationSyntax node => node.Modifiers,
            LocalFunctionStatementSyntax node => node.Modifiers,
            AnonymousFunctionExpressionSyntax node => node.Modifiers,
            _ => default,
        };
        var name = context.Node is LocalFunctionStatementSyntax local ? local.Identifier.ValueText : NameOf(context);
        foreach (var modifier in modifiers.Where(modifier => modifier.IsKind(SyntaxKind.AsyncKeyword)))
            context.Report(LanguageRules.AsyncMethod, modifier.GetLocation(), name);
    }

    private static void CheckArray(SyntaxNodeAnalysisContext context)
    {
        if (context.Node is ArrayTypeSyntax array && array.RankSpecifiers.Any(specifier => specifier.Rank > 1))
            context.Report(LanguageRules.MultidimensionalArray, array.GetLocation(), NameOf(context), array.ToString());
        else if (context.Node is ImplicitArrayCreationExpressionSyntax { Commas.Count: > 0 } creation)
            context.Report(LanguageRules.MultidimensionalArray, creation.NewKeyword.GetLocation(), NameOf(context), $"new[{creation.Commas}]");
    }

    private static void CheckDynamic(SyntaxNodeAnalysisContext context)
    {
        var name = (IdentifierNameSyntax)context.Node;
        if (name.Identifier.ValueText == "dynamic"
            && context.SemanticModel.GetSymbolInfo(name, context.CancellationToken).Symbol is IDynamicTypeSymbol)
            context.Report(LanguageRules.DynamicType, name.GetLocation(), NameOf(context));
    }

    // By their names as they stand in source: the runtime lacks some of them, and then the compiler's word is only that it is not found.
    private static void CheckAttribute(SyntaxNodeAnalysisContext context)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (attribute.Parent?.Parent is not (MethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax))
            return;
        var name = (attribute.Name as QualifiedNameSyntax)?.Right ?? attribute.Name;
        var rule = name.ToString() switch
        {
            "UnmanagedCallersOnly" or "UnmanagedCallersOnlyAttribute" => LanguageRules.UnmanagedCaller,
            "ModuleInitializer" or "ModuleInitializerAttribute" => LanguageRules.ModuleInitializer,
            "MethodImpl" or "MethodImplAttribute" when IsSynchronized(context, attribute) => LanguageRules.LockStatement,
            _ => null,
        };
        if (rule is not null)
            context.Report(rule, attribute.GetLocation(), NameOfAttributed(context, attribute));
    }

    // By its name, or by its number: the 32 of MethodImplAttributes.Synchronized (ECMA-335 II.23.1.11).
    private static bool IsSynchronized(SyntaxNodeAnalysisContext context, AttributeSyntax attribute) =>
        attribute.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == "Synchronized")
        || (attribute.ArgumentList?.Arguments.FirstOrDefault() is { NameEquals: null } options
            && context.SemanticModel.GetConstantValue(options.Expression, context.CancellationToken).Value is IConvertible number and not string
            && (number.ToInt32(CultureInfo.InvariantCulture) & 32) != 0);

    private static string NameOfAttributed(SyntaxNodeAnalysisContext context, AttributeSyntax attribute) => attribute.Parent?.Parent switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        _ => NameOf(context),
    };

    private static void CheckArgumentList(SyntaxNodeAnalysisContext context)
    {
        var keyword = context.Node switch
        {
            ParameterSyntax { Identifier.RawKind: (int)SyntaxKind.ArgListKeyword } parameter => parameter.Identifier,
            ParameterSyntax => default,
            var expression => expression.GetFirstToken(),
        };
        if (keyword != default)
            context.Report(LanguageRules.ArgumentList, keyword.GetLocation(), NameOf(context), keyword.ValueText);
    }

    private static void CheckMethod(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method is { IsGenericMethod: true, IsStatic: false } && (method.IsVirtual || method.IsAbstract || method.IsOverride))
            context.Report(LanguageRules.GenericVirtualMethod, method.Locations[0], method.Name);
        if (method.GetDllImportData() is not null)
            context.Report(LanguageRules.PlatformInvoke, method.Locations[0], method.Name);
    }

    private static void CheckField(SymbolAnalysisContext context)
    {
        if (context.Symbol.GetAttributes().Any(data => data.AttributeClass?.ToDisplayString() == "System.ThreadStaticAttribute"))
            context.Report(LanguageRules.ThreadStatic, context.Symbol.Locations[0], context.Symbol.Name);
    }

    private static bool IsFirstOfItsFunction(YieldStatementSyntax yield)
    {
        var function = yield.Ancestors().First(node => node is MemberDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax);
        return function.DescendantNodes(node => node == function || node is not LocalFunctionStatementSyntax)
            .OfType<YieldStatementSyntax>().First() == yield;
    }

    // The member that a reader would look for: a lambda goes by the name of the method around it.
    private static string NameOf(SyntaxNodeAnalysisContext context) => context.ContainingSymbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Destructor or MethodKind.Constructor or MethodKind.StaticConstructor } method => method.ContainingType.Name,
        IMethodSymbol { AssociatedSymbol: { } member } => member.Name,
        { } symbol => symbol.Name,
        null => "",
    };
}
