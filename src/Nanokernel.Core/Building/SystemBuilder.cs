using System.Runtime.CompilerServices;
using Nanokernel.Checking;
using Nanokernel.Model;

namespace Nanokernel;

/// <summary>
/// Composes a system: partitions, what each of them owns, and the channels between them. Nothing is checked while it is composed; the
/// rules run over the whole, so that all findings come at once.
/// </summary>
public sealed class SystemBuilder
{
    private readonly List<PartitionBuilder> _partitions = [];
    private readonly List<ChannelBuilder> _channels = [];
    private readonly SourceLocation? _location;
    private Stated<InterruptControllerKind>? _interruptController;
    private Stated<TimerKind>? _timer;
    private Stated<TimeSpan>? _timeSlice;
    private CyclicScheduleBuilder? _schedule;
    private Stated<ByteSize>? _trace;
    private Stated<string>? _imageKey;

    private SystemBuilder(string name, Machine machine, SourceLocation? location)
    {
        Name = name;
        Machine = machine;
        _location = location;
    }

    /// <summary>The system's name.</summary>
    public string Name { get; }

    /// <summary>The machine that the system is for.</summary>
    public Machine Machine { get; }

    /// <summary>Begins a system.</summary>
    /// <param name="name">Its name: lower-case letters, digits and hyphens. The image is called so too.</param>
    /// <param name="machine">The machine that it is for.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static SystemBuilder Create(string name, Machine machine, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(machine);
        return new SystemBuilder(name, machine, CallerLocation.From(file, line));
    }

    /// <summary>Adds a partition.</summary>
    /// <param name="name">Its name in this system; one program can be added several times under different names.</param>
    /// <param name="program">What runs in it: a project, or an executable of another language.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public PartitionBuilder AddPartition(
        string name, PartitionProgram program, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(program);
        var partition = new PartitionBuilder(this, new PartitionDeclaration(name, program, CallerLocation.From(file, line)));
        _partitions.Add(partition);
        return partition;
    }

    /// <summary>
    /// Adds a message queue, to be wired <see cref="QueueBuilder.From"/> partitions <see cref="QueueBuilder.To"/> others.
    /// </summary>
    /// <param name="name">Its name, by which the partitions' projects ask for its ends.</param>
    /// <param name="capacity">The most messages that it holds from each sender to each receiver.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public QueueBuilder AddQueue(string name, int capacity, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Add(new QueueBuilder(this, new QueueDeclaration(name, capacity, CallerLocation.From(file, line))));
    }

    /// <summary>
    /// Adds a queue of records of any length, to be wired <see cref="RecordQueueBuilder.From"/> partitions
    /// <see cref="RecordQueueBuilder.To"/> others.
    /// </summary>
    /// <param name="name">Its name, by which the partitions' projects ask for its ends.</param>
    /// <param name="size">
    /// What it holds from each sender to each receiver: a power of two, 64 bytes to 16 MiB. Each record takes 4 bytes more than it has, rounded up
    /// to 4, and may have 4 bytes less than half the size.
    /// </param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public RecordQueueBuilder AddRecordQueue(
        string name, ByteSize size, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Add(new RecordQueueBuilder(this, new RecordQueueDeclaration(name, size, CallerLocation.From(file, line))));
    }

    /// <summary>
    /// Adds an event, to be wired with <see cref="EventBuilder.PostedBy"/> and <see cref="EventBuilder.AwaitedBy"/>.
    /// </summary>
    /// <param name="name">Its name, by which the partitions' projects ask for its ends.</param>
    /// <param name="reset">What becomes of it once somebody has waited for it.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public EventBuilder AddEvent(
        string name, EventReset reset = EventReset.Auto, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Add(new EventBuilder(this, new EventDeclaration(name, reset, CallerLocation.From(file, line))));
    }

    /// <summary>
    /// Adds memory that partitions share: it is always there, at the address that each of them has for it, and zero when the system starts.
    /// </summary>
    /// <param name="name">Its name, by which the partitions' projects ask for it.</param>
    /// <param name="size">A multiple of 4 KiB.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public SharedMemoryBuilder AddSharedMemory(
        string name, ByteSize size, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Add(new SharedMemoryBuilder(this, new SharedMemoryDeclaration(name, size, CallerLocation.From(file, line))));
    }

    /// <summary>
    /// Adds a block of persistent memory: what its owner has committed is found again when the owner, or the machine without losing power,
    /// starts anew.
    /// </summary>
    /// <param name="name">Its name, by which the owner's project asks for it.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public PersistentMemoryBuilder AddPersistentMemory(string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Add(new PersistentMemoryBuilder(this, new PersistentMemoryDeclaration(name, CallerLocation.From(file, line))));
    }

    /// <summary>
    /// Adds a lock, to be wired with <see cref="LockBuilder.SharedBy"/>: one of the partitions holds it at a time, runs in the place of more
    /// urgent ones that wait for it, and leaves it to them if it ends.
    /// </summary>
    /// <param name="name">Its name, by which the partitions' projects ask for it.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public LockBuilder AddLock(string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Add(new LockBuilder(this, new LockDeclaration(name, CallerLocation.From(file, line))));
    }

    /// <summary>
    /// Adds a call channel, to be wired <see cref="CallBuilder.From"/> partitions <see cref="CallBuilder.To"/> the one that serves them.
    /// </summary>
    /// <param name="name">Its name, by which the partitions' projects ask for its ends.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public CallBuilder AddCall(string name, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Add(new CallBuilder(this, new CallDeclaration(name, CallerLocation.From(file, line))));
    }

    /// <summary>
    /// Adds memory for blocks of persistent memory that partitions ask for at run time, by identifiers of their own. The kernel remembers who
    /// asked for what, over restarts and resets.
    /// </summary>
    /// <param name="name">Its name, by which the partitions' projects ask for it.</param>
    /// <param name="size">A multiple of 4 KiB.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public PersistentPoolBuilder AddPersistentPool(
        string name, ByteSize size, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Add(new PersistentPoolBuilder(this, new PersistentPoolDeclaration(name, size, CallerLocation.From(file, line))));
    }

    /// <summary>States by which interrupt controller the kernel works. Without it: <see cref="InterruptControllerKind.Intel8259"/>.</summary>
    /// <param name="controller">The controller.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public SystemBuilder UsesInterruptController(
        InterruptControllerKind controller, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        _interruptController = new(controller, CallerLocation.From(file, line));
        return this;
    }

    /// <summary>
    /// States by which timer the kernel keeps deadlines. Without it: <see cref="TimerKind.LocalApic"/> where the system uses the APIC,
    /// otherwise <see cref="TimerKind.Intel8254"/>.
    /// </summary>
    /// <param name="timer">The timer.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public SystemBuilder UsesTimer(TimerKind timer, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        _timer = new(timer, CallerLocation.From(file, line));
        return this;
    }

    /// <summary>
    /// States how long a partition runs before it is the turn of the next of equal priority that is ready. Without it, one runs until it
    /// waits or yields.
    /// </summary>
    /// <param name="slice">100 microseconds to 1 second of the partition's own time.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public SystemBuilder WithTimeSlice(TimeSpan slice, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        _timeSlice = new(slice, CallerLocation.From(file, line));
        return this;
    }

    /// <summary>
    /// Lets partitions run in windows of a major frame that repeats for ever, whatever their priorities are, as ARINC 653 part 1 has it. In
    /// the time that no window claims, the partitions without windows run by priority. Stated twice, the later one counts.
    /// </summary>
    /// <param name="majorFrame">After what time everything repeats: whole microseconds, at most 1 minute.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>What takes the windows.</returns>
    public CyclicScheduleBuilder WithCyclicSchedule(TimeSpan majorFrame, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        _schedule = new CyclicScheduleBuilder(this, new CyclicScheduleDeclaration(majorFrame, CallerLocation.From(file, line)));

    /// <summary>
    /// Lets the kernel keep a trace: a ring of its latest events with their times, which <c>run --trace</c> writes to a file for Perfetto or
    /// chrome://tracing. The ring survives a warm reset of the machine. Without it the kernel has no instruction for a trace.
    /// </summary>
    /// <param name="size">The memory of its events, of 16 bytes each: a power of two, 4 KiB to 8 MiB. Without it: 64 KiB.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public SystemBuilder WithTrace(ByteSize? size = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        _trace = new(size ?? SystemLimits.DefaultTrace, CallerLocation.From(file, line));
        return this;
    }

    /// <summary>
    /// States the key for which new images of partitions have to be signed, see <see cref="PartitionBuilder.WithReplaceableImage"/>. The
    /// command <c>create-key</c> makes one; the private half stays with those who sign.
    /// </summary>
    /// <param name="publicKey">An RSA key of 2048 to 4096 bits with the exponent 65537, as the text of a PEM file with the label PUBLIC KEY.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public SystemBuilder WithImageKey(string publicKey, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(publicKey);
        _imageKey = new(publicKey, CallerLocation.From(file, line));
        return this;
    }

    /// <summary>What has been composed so far, unchecked.</summary>
    public SystemDeclaration Build() => new(Name, Machine, _location)
    {
        InterruptController = _interruptController ?? new(InterruptControllerKind.Intel8259, Location: null),
        Timer = _timer,
        TimeSlice = _timeSlice,
        Schedule = _schedule?.Declaration,
        Trace = _trace,
        ImageKey = _imageKey,
        Partitions = [.. _partitions.Select(partition => partition.Declaration)],
        Channels = [.. _channels.Select(channel => channel.Declaration)],
    };

    /// <summary>The watch over a partition, new if nobody has watched it yet.</summary>
    internal WatchBuilder Watch(PartitionBuilder watched, SourceLocation? location) =>
        _channels.OfType<WatchBuilder>().FirstOrDefault(watch => watch.Name == watched.NameIn(this)) ?? Add(new WatchBuilder(this, watched, location));

    private TBuilder Add<TBuilder>(TBuilder channel)
        where TBuilder : ChannelBuilder
    {
        _channels.Add(channel);
        return channel;
    }
}
