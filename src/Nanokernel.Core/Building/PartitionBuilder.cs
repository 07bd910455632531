using System.Runtime.CompilerServices;
using Nanokernel.Checking;
using Nanokernel.Model;

namespace Nanokernel;

/// <summary>
/// States what a partition has and owns. Every verb returns the builder; a size, priority or console stated twice takes the later
/// value.
/// </summary>
public sealed class PartitionBuilder
{
    private readonly SystemBuilder _system;

    internal PartitionBuilder(SystemBuilder system, PartitionDeclaration declaration) => (_system, Declaration) = (system, declaration);

    /// <summary>The partition's name.</summary>
    public string Name => Declaration.Name;

    /// <summary>What has been stated so far, unchecked.</summary>
    public PartitionDeclaration Declaration { get; private set; }

    /// <summary>
    /// States the partition's memory, image, heap and stack together. Without it: <see cref="PartitionDeclaration.DefaultMemory"/>.
    /// </summary>
    /// <param name="size">A multiple of 4 KiB.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public PartitionBuilder WithMemory(ByteSize size, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        With(Declaration with { Memory = new(size, CallerLocation.From(file, line)) });

    /// <summary>States the stack, a part of the memory. Without it: <see cref="PartitionDeclaration.DefaultStack"/>.</summary>
    /// <param name="size">A multiple of 4 KiB.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public PartitionBuilder WithStack(ByteSize size, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        With(Declaration with { Stack = new(size, CallerLocation.From(file, line)) });

    /// <summary>States the heap, a part of the memory, from which <c>new</c> takes. Without it: all that image and stack leave.</summary>
    /// <param name="size">A multiple of 4 KiB.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public PartitionBuilder WithHeap(ByteSize size, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        With(Declaration with { Heap = new(size, CallerLocation.From(file, line)) });

    /// <summary>States how urgent the partition is. Without it: <see cref="Priority.Normal"/>.</summary>
    /// <param name="priority">Of the partitions that are ready, one with the highest priority runs.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public PartitionBuilder WithPriority(Priority priority, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        With(Declaration with { Priority = new(priority, CallerLocation.From(file, line)) });

    /// <summary>
    /// Bounds how long the partition runs: it may use its budget at any time in a period, and waits for the next period when it has used
    /// it up (a deferrable server). So one that runs away takes no more than its share from those of lower priority.
    /// </summary>
    /// <param name="budget">The time in each period, 10 microseconds or more.</param>
    /// <param name="period">The period, at most 1 minute.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public PartitionBuilder WithBudget(
        TimeSpan budget, TimeSpan period, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        With(Declaration with { Budget = new(new ProcessorBudget(budget, period), CallerLocation.From(file, line)) });

    /// <summary>
    /// States how soon the partition has to have had its whole budget once it has something to do. The build finds the longest that can
    /// take from the budgets of all partitions that are as urgent or more so, and reports a deadline that can be missed.
    /// </summary>
    /// <param name="deadline">Positive, and at most the period of the budget.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public PartitionBuilder WithDeadline(TimeSpan deadline, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        With(Declaration with { Deadline = new(deadline, CallerLocation.From(file, line)) });

    /// <summary>Gives the partition a device of the machine: its ports, interrupt lines and memory.</summary>
    /// <param name="device">The device, from the machine's catalogue or one's own.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public PartitionBuilder OwnsDevice(Device device, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(device);
        return With(Declaration with { Devices = Declaration.Devices.Add(new(device, CallerLocation.From(file, line))) });
    }

    /// <summary>
    /// Gives the partition a PCI function: the memory and ports of its BARs, its interrupt line, its configuration space. All of them are
    /// found at boot.
    /// </summary>
    /// <param name="function">The function.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public PartitionBuilder OwnsPciFunction(PciFunction function, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(function);
        return With(Declaration with { PciFunctions = Declaration.PciFunctions.Add(new(function, CallerLocation.From(file, line))) });
    }

    /// <summary>Gives the partition ports by number; where a device has a name, <see cref="OwnsDevice"/> reads better.</summary>
    /// <param name="start">The first port.</param>
    /// <param name="end">The last port.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public PartitionBuilder OwnsPorts(int start, int end, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        With(Declaration with
        {
            NamedPorts = Declaration.NamedPorts.Add(new(new PortRange(start, end), CallerLocation.From(file, line))),
        });

    /// <summary>
    /// Gives the partition an interrupt line by number; where a device has a name, <see cref="OwnsDevice"/> reads better.
    /// </summary>
    /// <param name="irq">The line, 0 to 15.</param>
    /// <param name="trigger">How the device asks on it.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public PartitionBuilder OwnsInterrupt(
        int irq, InterruptTrigger trigger = InterruptTrigger.Edge, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        With(Declaration with
        {
            NamedInterrupts = Declaration.NamedInterrupts.Add(new(new DeviceInterrupt(irq, trigger), CallerLocation.From(file, line))),
        });

    /// <summary>
    /// Gives the partition memory that a bus master reads and writes: contiguous, beside the partition's own memory, and mapped into this
    /// partition only. Its project asks for it by a property with <c>[DmaBuffer("name")]</c>.
    /// </summary>
    /// <param name="name">Its name; a partition's buffers have different ones.</param>
    /// <param name="size">A multiple of 4 KiB.</param>
    /// <param name="below">The first physical address that the device does not reach: 16 MiB for one on the ISA bus. Without it: none.</param>
    /// <param name="alignment">What its physical address is a multiple of, a power of two from 4 KiB on. Without it: 4 KiB.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public PartitionBuilder WithDmaBuffer(
        string name,
        ByteSize size,
        ByteSize? below = null,
        ByteSize? alignment = null,
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(name);
        var buffer = new DmaBufferDeclaration(name, size, below, alignment);
        return With(Declaration with { DmaBuffers = Declaration.DmaBuffers.Add(new(buffer, CallerLocation.From(file, line))) });
    }

    /// <summary>
    /// States how often an owned interrupt line may ask before it counts as storming and the partition is stopped. Without it:
    /// <see cref="InterruptLimit.Default"/>.
    /// </summary>
    /// <param name="irq">The line.</param>
    /// <param name="interrupts">So many interrupts, at least 1 ...</param>
    /// <param name="within">... within less than this time, a microsecond to a minute.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public PartitionBuilder WithInterruptLimit(
        int irq, int interrupts, TimeSpan within, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        With(Declaration with
        {
            InterruptLimits = Declaration.InterruptLimits.Add(
                new(new LineLimit(irq, new InterruptLimit(interrupts, within)), CallerLocation.From(file, line))),
        });

    /// <summary>Makes a UART that the partition owns its console.</summary>
    /// <param name="uart">The UART.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public PartitionBuilder WithConsole(Device uart, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        WithConsole(PartitionConsole.OnUart(uart), file, line);

    /// <summary>States where the partition's console writes. Without it: <see cref="PartitionConsole.Debug"/>.</summary>
    /// <param name="console">The console.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public PartitionBuilder WithConsole(PartitionConsole console, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(console);
        return With(Declaration with { Console = new(console, CallerLocation.From(file, line)) });
    }

    /// <summary>Lets the partition end the whole system with an exit code.</summary>
    public PartitionBuilder MayEndSystem() => With(Declaration with { MayEndSystem = true });

    /// <summary>
    /// Hands the partition its own exceptions (page faults, general protection, invalid opcodes and so on) as an upcall, as an operating
    /// system needs that serves page faults or emulates instructions. Without it, and for an exception in the handler itself, the
    /// exception stops the partition.
    /// </summary>
    public PartitionBuilder HandlesExceptions() => With(Declaration with { HandlesExceptions = true });

    /// <summary>
    /// States what is done about everything that the partition cannot go on after: exceptions of the processor, a stack or heap that is
    /// exhausted, <c>throw</c>, <c>Environment.FailFast</c>, interrupt storms, missed heartbeats. What has a statement of its own keeps it.
    /// Without it, all of them stop the partition.
    /// </summary>
    /// <param name="action">What is done.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public PartitionBuilder OnFault(FaultAction action, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        With(new FaultResponse(Fault: null, action), CallerLocation.From(file, line));

    /// <summary>
    /// States what is done about one event. Without it, an illegal hypercall is only answered with an error, and an exhausted budget is only
    /// refilled at its time; everything else is as <see cref="OnFault(FaultAction, string, int)"/> says.
    /// </summary>
    /// <param name="fault">What happens.</param>
    /// <param name="action">What is done; what the partition cannot go on after can neither be ignored nor only told.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public PartitionBuilder OnFault(
        FaultEvent fault, FaultAction action, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        With(new FaultResponse(fault, action), CallerLocation.From(file, line));

    /// <summary>
    /// States how often the partition is restarted by its own faults. Without it: 3 times within 10 seconds, then it is stopped. What a
    /// watcher asks for does not count.
    /// </summary>
    /// <param name="restarts">So many restarts, 1 to 1000 ...</param>
    /// <param name="within">... within this time, which begins with the first of them: a millisecond to an hour.</param>
    /// <param name="then">What is done instead of one more.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public PartitionBuilder WithRestartLimit(
        int restarts, TimeSpan within, FaultAction then = FaultAction.Stop, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        With(Declaration with { RestartLimit = new(new RestartLimit(restarts, within, then), CallerLocation.From(file, line)) });

    /// <summary>
    /// States how long the partition may be silent: it has to call <c>Heartbeat.Beat()</c> at least once in each such time, from its start
    /// on. The kernel looks at the end of each, so silence is noticed after less than twice the time.
    /// </summary>
    /// <param name="within">A millisecond to a minute.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public PartitionBuilder WithHeartbeat(TimeSpan within, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        With(Declaration with { Heartbeat = new(within, CallerLocation.From(file, line)) });

    /// <summary>
    /// Lets a watcher put a new image for the partition into its place while everything else runs on. The image has to be signed for the key of
    /// <see cref="SystemBuilder.WithImageKey"/>, and has to beat once within the time of <see cref="WithHeartbeat"/>: otherwise the partition
    /// starts anew from the image before. Its memory holds an image of any size that stack and heap leave, so the heap has to be stated, and the
    /// system keeps room for two of them beside it.
    /// </summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public PartitionBuilder WithReplaceableImage([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        With(Declaration with { HasReplaceableImage = new(Value: true, CallerLocation.From(file, line)) });

    /// <summary>
    /// Lets the partition watch another one: it is told of the other's faults, reads their records, and can stop it and start it anew.
    /// </summary>
    /// <param name="watched">The other one. This partition's project has an end <c>[Watches("name")]</c> with the other's name.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public PartitionBuilder Watches(PartitionBuilder watched, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(watched);
        _system.Watch(watched, CallerLocation.From(file, line)).By(this, CallerLocation.From(file, line));
        return this;
    }

    /// <summary>The name in a system: one of another system has that system's name before it, which no partition's name can have.</summary>
    internal string NameIn(SystemBuilder system) => ReferenceEquals(system, _system) ? Name : $"{_system.Name}/{Name}";

    private PartitionBuilder With(FaultResponse response, SourceLocation? location) =>
        With(Declaration with { FaultResponses = Declaration.FaultResponses.Add(new(response, location)) });

    private PartitionBuilder With(PartitionDeclaration declaration)
    {
        Declaration = declaration;
        return this;
    }
}
