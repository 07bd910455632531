using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using static Nanokernel.Sdk.Analyzers.Analysis.RuleFactory;

namespace Nanokernel.Sdk.Analyzers.Analysis;

/// <summary>NK1101-NK1199: what is wrong with a partition's declaration.</summary>
internal static class DeclarationRules
{
    internal static readonly DiagnosticDescriptor PartitionNotStaticPartial = PartitionRule(
        "NK1101",
        "Partition that is not a static partial class",
        "Partition '{0}' {1}. Declare it 'static partial class {0}' in a namespace, without type parameters: the SDK generates its other half.");

    internal static readonly DiagnosticDescriptor EntryPointMissing = PartitionRule(
        "NK1102",
        "Partition without Main",
        "Partition '{0}' has no method 'static void Main()', and that is where it starts. Add one.");

    internal static readonly DiagnosticDescriptor SeveralPartitions = PartitionRule(
        "NK1103",
        "Several partitions in one project",
        "'{0}' and '{1}' are both marked [Partition], but a project is one partition. Remove one mark, or make it a project of its own.",
        WellKnownDiagnosticTags.CompilationEnd);

    internal static readonly DiagnosticDescriptor EndNotPartial = PartitionRule(
        "NK1104",
        "Channel end that is not a static partial property",
        "{2} '{0}' cannot be completed by the SDK. Declare it 'static partial {1} {0} {{ get; }}'.");

    internal static readonly DiagnosticDescriptor EndOfWrongType = PartitionRule(
        "NK1105",
        "Channel end of the wrong type",
        "{3} '{0}' is marked [{1}] but is of type '{2}'. [{1}] goes with {4}.");

    internal static readonly DiagnosticDescriptor InvalidChannelName = PartitionRule(
        "NK1106",
        "Invalid channel name",
        "'{0}', the {2} of '{1}', is not a name: use lower-case letters, digits and hyphens, a letter first, 31 characters at most.");

    internal static readonly DiagnosticDescriptor DuplicateEnd = PartitionRule(
        "NK1107",
        "Duplicate channel end",
        "'{0}' and '{1}' both {2} {4} '{3}'. A partition has one end of it: remove one of the two, or rename its {4}.");

    internal static readonly DiagnosticDescriptor PointerInMessage = PartitionRule(
        "NK1108",
        "Pointer in a message",
        "Message type '{0}' of channel end '{1}' holds a pointer in '{2}', but an address means nothing in another partition. Send the data, or an index.");

    internal static readonly DiagnosticDescriptor EndOutsidePartition = PartitionRule(
        "NK1109",
        "Channel end outside a partition",
        "'{0}' is marked [{1}] but '{2}' is not marked [Partition]. Move it into the partition's class and pass it from there.");

    internal static ImmutableArray<DiagnosticDescriptor> All =>
    [
        PartitionNotStaticPartial, EntryPointMissing, SeveralPartitions, EndNotPartial, EndOfWrongType, InvalidChannelName,
        DuplicateEnd, PointerInMessage, EndOutsidePartition,
    ];
}
