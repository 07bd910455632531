using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Nanokernel.Sdk.Analyzers.Analysis;

/// <summary>NK1015: <c>stackalloc</c> whose use of the stack does not follow from the source.</summary>
internal static class StackAllocationChecks
{
    private const string NameTheSize = "Give it a constant size, the greatest that is needed, and slice it.";
    private const string LeaveTheLoop = "Memory comes back only when the method returns: allocate before the loop.";

    internal static void Check(SyntaxNodeAnalysisContext context)
    {
        var place = context.Node.GetFirstToken().GetLocation();
        var name = context.ContainingSymbol?.Name ?? "";
        if (IsInLoop(context.Node))
            context.Report(LanguageRules.UnboundedStack, place, name, "in a loop", LeaveTheLoop);
        else if (context.Node is StackAllocArrayCreationExpressionSyntax { Type: ArrayTypeSyntax array } && !HasConstantSize(context, array))
            context.Report(LanguageRules.UnboundedStack, place, name, "as much as a value says", NameTheSize);
    }

    private static bool HasConstantSize(SyntaxNodeAnalysisContext context, ArrayTypeSyntax array) => array.RankSpecifiers
        .SelectMany(specifier => specifier.Sizes)
        .All(size => size is OmittedArraySizeExpressionSyntax || context.SemanticModel.GetConstantValue(size, context.CancellationToken).HasValue);

    // What runs once, such as the first part of a for statement, is outside.
    private static bool IsInLoop(SyntaxNode allocation)
    {
        for (var node = allocation; node.Parent is { } parent; node = parent)
        {
            if (node is LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax)
                return false;
            var runsAgain = parent switch
            {
                ForStatementSyntax loop => node == loop.Statement || node == loop.Condition || loop.Incrementors.Any(incrementor => incrementor == node),
                CommonForEachStatementSyntax loop => node == loop.Statement,
                WhileStatementSyntax or DoStatementSyntax => true,
                _ => false,
            };
            if (runsAgain)
                return true;
        }

        return false;
    }
}
