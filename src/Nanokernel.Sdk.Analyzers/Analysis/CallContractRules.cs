using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using static Nanokernel.Sdk.Analyzers.Analysis.RuleFactory;

namespace Nanokernel.Sdk.Analyzers.Analysis;

/// <summary>NK1110-NK1119: what is wrong with an interface that partitions call each other by.</summary>
internal static class CallContractRules
{
    internal static readonly DiagnosticDescriptor InterfaceNotCallable = PartitionRule(
        "NK1110",
        "Contract that is not a plain interface",
        "Contract '{0}' {1}. Declare it as an interface with methods, in a namespace, without type parameters and base interfaces: the SDK generates its client and server.");

    internal static readonly DiagnosticDescriptor MemberNotCallable = PartitionRule(
        "NK1111",
        "Member that cannot be called",
        "'{0}' of contract '{1}' {2}, and only plain methods can be called in another partition. Make it a method without a body.");

    internal static readonly DiagnosticDescriptor MethodOverloaded = PartitionRule(
        "NK1112",
        "Overloaded method in a contract",
        "Contract '{1}' has several methods '{0}', and the client adds one with a time-out to each. Give each method a name of its own.");

    internal static readonly DiagnosticDescriptor ValueNotCopyable = PartitionRule(
        "NK1113",
        "Argument or result that cannot be copied",
        "'{0}' of contract '{1}' cannot be called in another partition: its {2}. Pass unmanaged values, by value or with 'in', and return one.");

    internal static ImmutableArray<DiagnosticDescriptor> All => [InterfaceNotCallable, MemberNotCallable, MethodOverloaded, ValueNotCopyable];
}
