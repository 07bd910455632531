using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Nanokernel.Sdk.Analyzers.Generation;

/// <summary>Gives every class marked <c>[Partition]</c> its other half. It reports nothing: that is the analyzers' part.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class PartitionGenerator : IIncrementalGenerator
{
    /// <summary>The name under which tests find the step whose results are compared from one run to the next.</summary>
    public const string ModelStep = "Partition";

    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var partitions = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownNames.PartitionAttribute, static (node, _) => node is ClassDeclarationSyntax, PartitionModelReader.Read)
            .Where(static partition => partition is not null)
            .WithTrackingName(ModelStep);

        context.RegisterSourceOutput(partitions, static (output, partition) => output.AddSource(
            $"{partition!.Namespace}.{partition.Name}.Partition.g.cs".TrimStart('.').Replace("@", ""),
            SourceText.From(PartitionSource.Write(partition), Encoding.UTF8)));
    }
}
