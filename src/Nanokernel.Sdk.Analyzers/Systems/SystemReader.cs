using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using Nanokernel.Checking;
using Nanokernel.Model;

namespace Nanokernel.Sdk.Analyzers.Systems;

/// <summary>
/// Follows the builder through one method: chains of calls, and variables that are set once. What stands in a loop, a condition or a
/// lambda is left out, for it may run never or several times, and so is every value that is not a constant.
/// </summary>
internal sealed class SystemReader
{
    private readonly Dictionary<SyntaxNode, object?> _drafts = [];
    private readonly Dictionary<ISymbol, IOperation> _variables = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, SystemDraft> _unknownSystems = new(SymbolEqualityComparer.Default);
    private readonly List<SystemDraft> _systems = [];
    private int _unnamed;

    internal IReadOnlyList<SystemDraft> Read(ImmutableArray<IOperation> blocks)
    {
        var operations = blocks.SelectMany(block => block.DescendantsAndSelf()).ToList();
        CollectVariables(operations);
        foreach (var call in operations.OfType<IInvocationOperation>().Where(IsUnconditional).OrderBy(call => PlaceOf(call).Start))
            Follow(call);
        return _systems;
    }

    private void CollectVariables(List<IOperation> operations)
    {
        foreach (var declarator in operations.OfType<IVariableDeclaratorOperation>())
        {
            if (declarator.GetVariableInitializer() is { } initializer)
                _variables[declarator.Symbol] = initializer.Value;
        }

        foreach (var assignment in operations.OfType<IAssignmentOperation>())
        {
            if (assignment.Target is ILocalReferenceOperation local)
                _variables.Remove(local.Local);
        }
    }

    private static bool IsUnconditional(IOperation call)
    {
        for (var parent = call.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is not (IBlockOperation or IMethodBodyOperation or IExpressionStatementOperation or IReturnOperation
                or IVariableDeclarationGroupOperation or IVariableDeclarationOperation or IVariableDeclaratorOperation
                or IVariableInitializerOperation or IInvocationOperation or IArgumentOperation or IConversionOperation))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The draft of the builder that an expression is, or null.</summary>
    private object? Follow(IOperation? expression)
    {
        switch (ConstantReader.Unwrap(expression))
        {
            case IInvocationOperation call:
                if (!_drafts.TryGetValue(call.Syntax, out var draft))
                {
                    draft = IsUnconditional(call) ? Apply(call) : null;
                    _drafts[call.Syntax] = draft;
                }

                return draft;
            case ILocalReferenceOperation { Type: { } type } local:
                return _variables.TryGetValue(local.Local, out var value) ? Follow(value) : UnknownSystem(local.Local, type);
            case IParameterReferenceOperation { Type: { } type } parameter:
                return UnknownSystem(parameter.Parameter, type);
            default:
                return null;
        }
    }

    private SystemDraft? UnknownSystem(ISymbol symbol, ITypeSymbol type)
    {
        if (type.ToDisplayString() != BuilderNames.SystemBuilder || symbol is ILocalSymbol)
            return null;
        if (!_unknownSystems.TryGetValue(symbol, out var system))
            _unknownSystems.Add(symbol, system = Add(new SystemDraft()));
        return system;
    }

    private SystemDraft Add(SystemDraft system)
    {
        _systems.Add(system);
        return system;
    }

    private object? Apply(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        switch (method.ContainingType.ToDisplayString(), method.Name)
        {
            case (BuilderNames.SystemBuilder, "Create"):
                return CreateSystem(call);
            case (BuilderNames.SystemBuilder, "AddPartition") when Follow(call.Instance) is SystemDraft system:
                return AddPartition(system, call);
            case (BuilderNames.SystemBuilder, "WithTimeSlice") when Follow(call.Instance) is SystemDraft system:
                if (ConstantReader.Duration(ConstantReader.Argument(call, "slice")) is { } slice)
                    system.TimeSlice = new Stated<TimeSpan>(slice, Locate(system, call));
                return system;
            case (BuilderNames.SystemBuilder, "WithTrace") when Follow(call.Instance) is SystemDraft system:
                if (ConstantReader.Size(ConstantReader.Argument(call, "size")) is { } traceSize)
                    system.Trace = new Stated<ByteSize>(traceSize, Locate(system, call));
                return system;
            case (BuilderNames.SystemBuilder, "WithCyclicSchedule") when Follow(call.Instance) is SystemDraft system:
                return system.Schedule = CreateSchedule(system, call);
            case (BuilderNames.CyclicScheduleBuilder, "Window") when Follow(call.Instance) is ScheduleDraft schedule:
                AddWindow(schedule, call);
                return schedule;
            case (BuilderNames.PartitionBuilder, "Watches") when Follow(call.Instance) is PartitionDraft partition:
                AddWatcher(partition, call);
                return partition;
            case (BuilderNames.PartitionBuilder, _) when Follow(call.Instance) is PartitionDraft partition:
                partition.Declaration = PartitionVerbs.Apply(partition.Declaration, call, Locate(partition.System, call));
                return partition;
            case (BuilderNames.SystemBuilder, _) when Follow(call.Instance) is SystemDraft system:
                return AddChannel(system, call);
            case (_, _) when method.ContainingType.BaseType?.ToDisplayString() == BuilderNames.ChannelBuilder
                && Follow(call.Instance) is ChannelDraft channel:
                channel.Declaration = ChannelVerbs.Apply(channel.Declaration, call, NameOfPartition(call), Locate(channel.System, call));
                return channel;
            default:
                // An extension method that returns the builder it is called on keeps the chain going.
                return method.IsExtensionMethod && IsSameBuilder(method) ? Follow(call.Arguments[0].Value) : null;
        }
    }

    private static bool IsSameBuilder(IMethodSymbol method) =>
        (method.ReturnType.ToDisplayString() == BuilderNames.PartitionBuilder
            || method.ReturnType.BaseType?.ToDisplayString() == BuilderNames.ChannelBuilder)
        && SymbolEqualityComparer.Default.Equals((method.ReducedFrom ?? method).Parameters[0].Type, method.ReturnType);

    private SystemDraft CreateSystem(IInvocationOperation call)
    {
        var system = Add(new SystemDraft());
        system.Location = Locate(system, call);
        system.Name = ConstantReader.Text(call, "name") ?? system.Name;
        system.Machine = ConstantReader.Machine(ConstantReader.Argument(call, "machine")) ?? system.Machine;
        return system;
    }

    private PartitionDraft AddPartition(SystemDraft system, IInvocationOperation call)
    {
        var name = ConstantReader.Text(call, "name") ?? Unnamed();
        var declaration = new PartitionDeclaration(name, new PartitionProject(name, ""), Locate(system, call));
        var partition = new PartitionDraft(system, declaration);
        system.Partitions.Add(partition);
        return partition;
    }

    private ChannelDraft? AddChannel(SystemDraft system, IInvocationOperation call)
    {
        if (ChannelVerbs.Add(call, ConstantReader.Text(call, "name") ?? Unnamed(), Locate(system, call)) is not { } declaration)
            return null;
        var channel = new ChannelDraft(system, declaration);
        system.Channels.Add(channel);
        return channel;
    }

    private void AddWatcher(PartitionDraft watcher, IInvocationOperation call)
    {
        var system = watcher.System;
        var place = Locate(system, call);
        var watched = Follow(ConstantReader.Argument(call, "watched")) is PartitionDraft partition && partition.System == system
            ? partition.Declaration.Name
            : Unnamed();
        var watch = system.Channels.Find(channel => channel.Declaration.Kind == ChannelKind.Watch && channel.Declaration.Name == watched);
        if (watch is null)
        {
            watch = new ChannelDraft(system, new WatchDeclaration(watched, place) { Wires = [new(ChannelRole.Watched, watched, place)] });
            system.Channels.Add(watch);
        }

        var wires = watch.Declaration.Wires.Add(new(ChannelRole.Watcher, watcher.Declaration.Name, place));
        watch.Declaration = watch.Declaration with { Wires = wires };
    }

    private static ScheduleDraft? CreateSchedule(SystemDraft system, IInvocationOperation call) =>
        ConstantReader.Duration(ConstantReader.Argument(call, "majorFrame")) is { } frame
            ? new ScheduleDraft(system, new CyclicScheduleDeclaration(frame, Locate(system, call)))
            : null;

    private void AddWindow(ScheduleDraft schedule, IInvocationOperation call)
    {
        if (Follow(ConstantReader.Argument(call, "partition")) is not PartitionDraft partition || partition.System != schedule.System
            || ConstantReader.Duration(ConstantReader.Argument(call, "offset")) is not { } offset
            || ConstantReader.Duration(ConstantReader.Argument(call, "length")) is not { } length)
        {
            return;
        }

        var window = new ScheduleWindow(partition.Declaration.Name, offset, length);
        schedule.Declaration = schedule.Declaration with { Windows = schedule.Declaration.Windows.Add(new(window, Locate(schedule.System, call))) };
    }

    private string NameOfPartition(IInvocationOperation call) =>
        call.Arguments.Length > 0 && Follow(call.Arguments[0].Value) is PartitionDraft partition ? partition.Declaration.Name : Unnamed();

    /// <summary>A name for what has a name that is not known, different from all others.</summary>
    private string Unnamed() => $"unnamed-{_unnamed++}";

    private static SourceLocation Locate(SystemDraft system, IInvocationOperation call)
    {
        var location = Location.Create(call.Syntax.SyntaxTree, PlaceOf(call));
        var start = location.GetLineSpan();
        var place = new SourceLocation(start.Path, start.StartLinePosition.Line + 1, start.StartLinePosition.Character + 1);
        system.Places[place] = location;
        return place;
    }

    /// <summary>A call in a chain from its name on; what comes before belongs to the calls before.</summary>
    private static TextSpan PlaceOf(IInvocationOperation call) =>
        call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }
            ? TextSpan.FromBounds(access.Name.SpanStart, call.Syntax.Span.End)
            : call.Syntax.Span;
}
