namespace Watchdog;

/// <summary>Reports the faults of the process, and starts it anew where the system leaves that to its watcher.</summary>
[Partition]
internal static partial class Supervisor
{
    [Watches("process")]
    private static partial FaultMonitor Process { get; }

    [Awaits("quit")]
    private static partial EventWaiter Quit { get; }

    private static void Main()
    {
        while (!Quit.TryWait())
        {
            if (Process.TryTake(out var fault, TimeSpan.FromMilliseconds(20)))
                Report(fault);
        }

        Console.WriteLine($"{Process.FaultCount} faults, {Process.Restarts} restarts");
        Machine.EndSystem(0);
    }

    private static void Report(FaultNotice fault)
    {
        Console.WriteLine($"fault {fault.Number} at {(int)fault.Time.TotalMilliseconds} ms: {NameOf(fault.Event)}, {NameOf(fault.Action)}");
        while (!fault.IsComplete)
            Processor.Wait();
        if (fault.Message.Length > 0)
            Console.WriteLine($"  it said: {fault.Message}");
        else if (fault.Where.Length > 0)
            Console.WriteLine($"  in {fault.Where}");
        if (fault.Action == FaultAction.Stop)
            Process.RestartCold();
    }

    private static string NameOf(FaultEvent fault) => fault switch
    {
        FaultEvent.ProcessorException => "an exception of the processor",
        FaultEvent.StackOverflow => "the stack is exhausted",
        FaultEvent.UnhandledException => "an unhandled exception",
        FaultEvent.FailFast => "it gave itself up",
        FaultEvent.HeapExhausted => "the heap is exhausted",
        FaultEvent.MissedHeartbeat => "no heartbeat",
        FaultEvent.BudgetExhausted => "the budget is exhausted",
        FaultEvent.IllegalHypercall => "an illegal hypercall",
        FaultEvent.Commanded => "a watcher's command",
        _ => "an interrupt storm",
    };

    private static string NameOf(FaultAction action) => action switch
    {
        FaultAction.Notify => "it goes on",
        FaultAction.Stop => "stopped",
        FaultAction.Restart => "started anew",
        FaultAction.RestartCold => "started anew, cold",
        _ => "the system ends",
    };
}
