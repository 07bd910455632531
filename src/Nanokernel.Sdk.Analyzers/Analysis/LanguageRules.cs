using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using static Nanokernel.Sdk.Analyzers.Analysis.RuleFactory;

namespace Nanokernel.Sdk.Analyzers.Analysis;

/// <summary>NK1001-NK1099: C# that the compiler takes and partitions cannot run.</summary>
internal static class LanguageRules
{
    internal static readonly DiagnosticDescriptor CatchClause = PartitionRule(
        "NK1001",
        "catch in a partition",
        "'{0}' catches an exception, but a throw in a partition is a fault: the kernel stops the partition and no handler runs. Return a status, or test before the call.");

    internal static readonly DiagnosticDescriptor GenericVirtualMethod = PartitionRule(
        "NK1002",
        "Generic virtual method",
        "'{0}' is virtual and generic, and which code a call needs is known only at run time. Make the type generic, or use a constraint with a static abstract member.");

    internal static readonly DiagnosticDescriptor ThreadStatic = PartitionRule(
        "NK1003",
        "[ThreadStatic] in a partition",
        "'{0}' is [ThreadStatic], but a partition has one flow of control and no thread-local storage. Remove the attribute.");

    internal static readonly DiagnosticDescriptor AsyncMethod = PartitionRule(
        "NK1004",
        "async or await in a partition",
        "'{0}' is asynchronous, but partitions have neither tasks nor a scheduler for them. Wait with Receive, Clock.Sleep or Processor.Wait.");

    internal static readonly DiagnosticDescriptor DynamicType = PartitionRule(
        "NK1005",
        "dynamic in a partition",
        "'{0}' uses dynamic, which needs a compiler at run time. Name the type, or make the code generic.");

    internal static readonly DiagnosticDescriptor Finalizer = PartitionRule(
        "NK1006",
        "Finalizer in a partition",
        "'{0}' has a finalizer, but a partition's heap is never collected and it would never run. Remove it; release resources by Dispose.");

    internal static readonly DiagnosticDescriptor LockStatement = PartitionRule(
        "NK1007",
        "lock in a partition",
        "'{0}' takes a lock, but a partition has one flow of control; only interrupt handlers come between. Use 'using (Interrupts.Disable())'.");

    internal static readonly DiagnosticDescriptor MultidimensionalArray = PartitionRule(
        "NK1008",
        "Multi-dimensional array",
        "'{0}' uses the multi-dimensional array '{1}', which Nanokernel.Runtime lacks. Use an array of one dimension and compute the index.");

    internal static readonly DiagnosticDescriptor QueryExpression = PartitionRule(
        "NK1009",
        "Query expression in a partition",
        "'{0}' has a query expression, which allocates for every step, from a heap that is never collected. Use foreach.");

    internal static readonly DiagnosticDescriptor Iterator = PartitionWarning(
        "NK1010",
        "Iterator in a partition",
        "'{0}' is an iterator: each loop over it takes an object from a heap that is never collected. Call it when the partition starts, or write a struct with GetEnumerator, MoveNext and Current.");

    internal static readonly DiagnosticDescriptor PlatformInvoke = PartitionRule(
        "NK1011",
        "DllImport in a partition",
        "'{0}' imports a function of a native library, but there is none in an image. Write it in C#.");

    internal static readonly DiagnosticDescriptor UnmanagedCaller = PartitionRule(
        "NK1012",
        "UnmanagedCallersOnly in a partition",
        "'{0}' is for native code to call, but there is none in an image. Remove [UnmanagedCallersOnly]; a managed function pointer, delegate*<...>, needs no attribute.");

    internal static readonly DiagnosticDescriptor ArgumentList = PartitionRule(
        "NK1013",
        "Variable argument list or typed reference",
        "'{0}' uses '{1}', which Nanokernel.Runtime lacks. Use a params span, a generic parameter or ref.");

    internal static readonly DiagnosticDescriptor ModuleInitializer = PartitionRule(
        "NK1014",
        "Module initializer in a partition",
        "'{0}' is a module initializer, but a partition starts at Main and nothing runs before it. Call '{0}' from Main.");

    internal static readonly DiagnosticDescriptor UnboundedStack = PartitionWarning(
        "NK1015",
        "Stack allocation without a bound",
        "'{0}' allocates on the stack {1}, and a stack that runs into its guard page ends the partition. {2}");

    internal static ImmutableArray<DiagnosticDescriptor> All =>
    [
        CatchClause, GenericVirtualMethod, ThreadStatic, AsyncMethod, DynamicType, Finalizer,
        LockStatement, MultidimensionalArray, QueryExpression, Iterator, PlatformInvoke,
        UnmanagedCaller, ArgumentList, ModuleInitializer, UnboundedStack,
    ];
}
