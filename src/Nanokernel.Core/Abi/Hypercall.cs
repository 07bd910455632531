namespace Nanokernel.Abi;

/// <summary>
/// Hypercall numbers. A partition executes <c>int <see cref="Vector"/></c> with the number in EAX and arguments in ECX and EDX, and of one in EBX; the
/// result, zero or positive, or a negative <see cref="HypercallStatus"/>, comes back in EAX. All other registers are preserved.
/// </summary>
public static class Hypercall
{
    /// <summary>The interrupt vector of the hypercall gate, the only gate besides <c>int3</c> and <c>into</c> that ring 3 may use.</summary>
    public const uint Vector = 0x40;

    /// <summary>Does nothing and returns 0: the cost of the road into the kernel and back.</summary>
    public const uint Null = 0;

    /// <summary>Goes behind the partitions of equal priority that are ready.</summary>
    public const uint Yield = 1;

    /// <summary>
    /// Blocks until an interrupt, a timer expiry or a notification has come for this partition since the last Wait, or the deadline
    /// (TSC value; ECX low half, EDX high half; all ones: none) has passed. Returns 0 when woken, 1 when the deadline has passed or is
    /// at most a count of the timer, or half a microsecond, ahead.
    /// </summary>
    public const uint Wait = 2;

    /// <summary>Arms the partition's one timer for a TSC value (ECX low, EDX high; all ones disarms): raises <see cref="VirtualInterrupt.Timer"/>.</summary>
    public const uint SetTimer = 3;

    /// <summary>
    /// Wakes partitions at the other side of the channel end with the index in ECX from their <see cref="Wait"/>: those in the mask in EDX,
    /// as far as they are there. There is no upcall.
    /// </summary>
    public const uint Notify = 4;

    /// <summary>Unmasks the owned interrupt line in ECX: the completion of a level-triggered line, and the first enabling of any line.</summary>
    public const uint UnmaskInterrupt = 5;

    /// <summary>Masks the owned interrupt line in ECX.</summary>
    public const uint MaskInterrupt = 6;

    /// <summary>
    /// Writes EDX bytes (at most <see cref="ConsoleWriteMaximum"/>) at address ECX to the debug console, up to the end of a line. Returns the
    /// bytes written.
    /// </summary>
    public const uint WriteConsole = 7;

    /// <summary>Stops the calling partition with a fault record: ECX is the address of a <see cref="PanicRequest"/>. Does not return.</summary>
    public const uint Panic = 8;

    /// <summary>Ends the calling partition with the exit code in ECX. Does not return.</summary>
    public const uint Exit = 9;

    /// <summary>Ends the system with the exit code in ECX (0 to 127), if the system grants that to the caller. Does not return then.</summary>
    public const uint EndSystem = 10;

    /// <summary>Returns, in EDX:EAX, the TSC counts since boot in which no partition ran.</summary>
    public const uint GetIdleTime = 11;

    /// <summary>
    /// Reads the configuration space of an owned PCI function. ECX: the index of the function in <see cref="InformationPage"/> times
    /// 0x10000, the bytes (1, 2 or 4) times 0x100, the register. Returns 0, and the value in EDX.
    /// </summary>
    public const uint ReadPciConfiguration = 12;

    /// <summary>
    /// Writes EDX to the configuration space of an owned PCI function; ECX as for <see cref="ReadPciConfiguration"/>. What would change
    /// addresses, the interrupt line, or how the function reaches memory beyond its declaration is
    /// <see cref="HypercallStatus.NotPermitted"/>.
    /// </summary>
    public const uint WritePciConfiguration = 13;

    /// <summary>
    /// Takes the lock at the channel end with the index in EBX; waits for it until a deadline (TSC value; ECX low half, EDX high half; all
    /// ones: none; what has passed: not at all). While the caller waits, the holder runs in its place. Interrupts of the caller's come through
    /// in the wait: the instruction is then executed again, with the registers that it had. Returns a <see cref="LockOutcome"/>;
    /// <see cref="HypercallStatus.InvalidArgument"/>: no lock is there; <see cref="HypercallStatus.NotPermitted"/>: the caller holds it;
    /// <see cref="HypercallStatus.Deadlock"/>.
    /// </summary>
    public const uint AcquireLock = 14;

    /// <summary>
    /// Gives back the lock at the channel end with the index in ECX; the most urgent partition that waits for it holds it from then on.
    /// Returns 0; <see cref="HypercallStatus.InvalidArgument"/>: no lock is there; <see cref="HypercallStatus.NotPermitted"/>: the caller
    /// does not hold it.
    /// </summary>
    public const uint ReleaseLock = 15;

    /// <summary>
    /// Finds or makes a block in the pool of persistent memory at the channel end with the index in EDX; ECX is the address of a
    /// <see cref="PersistentBlockRequest"/>. Returns a <see cref="PersistentBlockOutcome"/>, and what it says of EDX there;
    /// <see cref="HypercallStatus.InvalidArgument"/>: no pool is there, or the request makes no sense.
    /// </summary>
    public const uint OpenPersistentBlock = 16;

    /// <summary>
    /// Asks for something to be done with the partition that the caller watches at the channel end with the index in ECX: a
    /// <see cref="PartitionCommand"/> in EDX. Returns 0; <see cref="HypercallStatus.InvalidArgument"/>: no watch is there, or no such command.
    /// </summary>
    public const uint CommandPartition = 17;

    /// <summary>
    /// Puts a new image for the partition that the caller watches at the channel end with the index in ECX into its place, and starts it from there:
    /// EDX is the address of a <see cref="PartitionImage"/> in the caller's memory, with its signature behind it. The kernel copies
    /// and checks it in the caller's time, in which the caller can be interrupted, and the partition runs on. Returns an <see cref="ImageOutcome"/>;
    /// <see cref="HypercallStatus.InvalidArgument"/>: no watch is there, or the partition's image cannot be replaced.
    /// </summary>
    public const uint ReplaceImage = 18;

    /// <summary>The number of hypercalls; numbers from here on are answered <see cref="HypercallStatus.UnknownHypercall"/>.</summary>
    public const uint Count = 19;

    /// <summary>The most bytes that one <see cref="WriteConsole"/> takes: it bounds the time in the kernel.</summary>
    public const uint ConsoleWriteMaximum = 32;
}
