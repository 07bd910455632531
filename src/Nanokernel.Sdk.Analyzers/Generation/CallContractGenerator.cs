using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Nanokernel.Sdk.Analyzers.Generation;

/// <summary>Gives every interface marked <c>[CallContract]</c> its client and its server. It reports nothing: that is the analyzers' part.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class CallContractGenerator : IIncrementalGenerator
{
    /// <summary>The name under which tests find the step whose results are compared from one run to the next.</summary>
    public const string ModelStep = "CallContract";

    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var contracts = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownNames.CallContractAttribute, static (node, _) => node is InterfaceDeclarationSyntax, CallContractReader.Read)
            .Where(static contract => contract is not null)
            .WithTrackingName(ModelStep);

        context.RegisterSourceOutput(contracts, static (output, contract) => output.AddSource(
            $"{contract!.Namespace}.{contract.Name}.Calls.g.cs".TrimStart('.').Replace("@", ""),
            SourceText.From(CallContractSource.Write(contract), Encoding.UTF8)));
    }
}
