using CsCheck;
using Nanokernel.Abi;
using Nanokernel.Core.Tests.Rules;
using Nanokernel.Model;

namespace Nanokernel.Core.Tests.Checking;

public sealed class FaultTableTests
{
    // A cross for each action that an event can have, and what holds without a statement.
    private const string Table = """
        event               Ignore  Notify  Stop  Restart  RestartCold  Halt  default
        ProcessorException  -       -       x     x        x            x     Stop
        StackOverflow       -       -       x     x        x            x     Stop
        UnhandledException  -       -       x     x        x            x     Stop
        FailFast            -       -       x     x        x            x     Stop
        HeapExhausted       -       -       x     x        x            x     Stop
        InterruptStorm      -       x       x     x        x            x     Stop
        MissedHeartbeat     -       x       x     x        x            x     Stop
        BudgetExhausted     x       x       x     x        x            x     Ignore
        IllegalHypercall    x       x       x     x        x            x     Ignore
        every-fault         -       -       x     x        x            x     -
        """;

    private static readonly string[][] Rows =
        [.. Table.Split('\n').Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))];

    private static readonly Gen<(FaultEvent? Fault, FaultAction Action)[]> Statements = Gen.Select(
        Gen.OneOf(Gen.Const((FaultEvent?)null), Gen.Enum<FaultEvent>().Select(fault => (FaultEvent?)fault)),
        Gen.Enum<FaultAction>()).Array[0, 12];

    [Fact]
    public void Every_event_has_the_actions_of_the_table()
    {
        var columns = Rows[0][1..^1];
        var rows = Rows[1..];

        Assert.Equal(FaultTable.Actions.Select(action => action.ToString()), columns);
        Assert.Equal([.. FaultTable.Events.Select(fault => fault.ToString()), "every-fault"], rows.Select(row => row[0]));
        Assert.Equal(
            rows.Select(row => string.Join(' ', row[1..^1])),
            FaultTable.Events.Select(fault => (FaultEvent?)fault).Append(null)
                .Select(fault => string.Join(' ', FaultTable.Actions.Select(action => FaultTable.IsPossible(fault, action) ? "x" : "-"))));
    }

    [Fact]
    public void What_is_no_event_or_no_action_is_not_possible()
    {
        Assert.False(FaultTable.IsPossible((FaultEvent)0, FaultAction.Stop));
        Assert.False(FaultTable.IsPossible((FaultEvent)FaultKind.Commanded, FaultAction.Stop));
        Assert.False(FaultTable.IsPossible(FaultEvent.FailFast, (FaultAction)6));
        Assert.False(FaultTable.IsPossible(fault: null, (FaultAction)6));
    }

    [Fact]
    public void Without_a_statement_the_last_column_holds()
    {
        var partition = Declare([]);

        Assert.Equal(Rows[1..^1].Select(row => row[^1]), FaultTable.Events.Select(fault => FaultTable.ActionFor(partition, fault).ToString()));
        Assert.Equal(Rows[1..^1].Select(row => row[^1]), FaultTable.Events.Select(fault => FaultTable.DefaultActionFor(fault).ToString()));
    }

    [Fact]
    public void A_statement_about_an_event_comes_before_that_about_every_fault_in_any_order() => Statements.Sample(statements =>
    {
        var partition = Declare(statements);

        foreach (var fault in FaultTable.Events)
        {
            var goesOn = fault is FaultEvent.BudgetExhausted or FaultEvent.IllegalHypercall;
            FaultAction[] fromWeakest =
            [
                goesOn ? FaultAction.Ignore : FaultAction.Stop,
                .. statements.Where(statement => statement.Fault is null && !goesOn).Select(statement => statement.Action),
                .. statements.Where(statement => statement.Fault == fault).Select(statement => statement.Action),
            ];
            Assert.Equal(fromWeakest[^1], FaultTable.ActionFor(partition, fault));
        }
    });

    [Fact]
    public void A_partition_that_no_fault_starts_anew_can_be_by_its_watcher_only()
    {
        var system = SystemBuilder.Create("plant", Machines.Pc);
        var restarted = system.AddPartition("restarted", Sample.Project("Restarted")).OnFault(FaultEvent.IllegalHypercall, FaultAction.RestartCold);
        var watched = system.AddPartition("watched", Sample.Project("Watched")).OnFault(FaultAction.Halt);
        system.AddPartition("watcher", Sample.Project("Watcher")).Watches(watched);
        var declaration = system.Build();

        Assert.Equal([true, true, false], declaration.Partitions.Select(partition => FaultTable.IsRestartable(declaration, partition)));
        Assert.Equal([true, false, false], declaration.Partitions.Select(FaultTable.RestartsItself));
        Assert.Equal(["watcher"], FaultTable.WatchersOf(declaration, watched.Declaration));
        Assert.Empty(FaultTable.WatchersOf(declaration, restarted.Declaration));
    }

    [Fact]
    public void A_checked_partition_has_an_action_for_every_event()
    {
        var system = SystemBuilder.Create("plant", Machines.Pc);
        system.AddPartition("control", Sample.Project("Control")).OnFault(FaultAction.Restart).OnFault(FaultEvent.FailFast, FaultAction.Halt);

        var actions = new Sample(system).CheckedSystem().Partitions[0].FaultActions;

        Assert.Equal(
            [FaultAction.Restart, FaultAction.Restart, FaultAction.Restart, FaultAction.Halt, FaultAction.Restart, FaultAction.Restart, FaultAction.Restart, FaultAction.Ignore, FaultAction.Ignore],
            FaultTable.Events.Select(fault => actions[fault]));
    }

    private static PartitionDeclaration Declare((FaultEvent? Fault, FaultAction Action)[] statements)
    {
        var partition = SystemBuilder.Create("plant", Machines.Pc).AddPartition("control", Sample.Project("Control"));
        foreach (var (fault, action) in statements)
        {
            if (fault is { } one)
                partition.OnFault(one, action);
            else
                partition.OnFault(action);
        }

        return partition.Declaration;
    }
}
