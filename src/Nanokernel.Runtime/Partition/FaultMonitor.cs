using System;
using System.Threading;
using Nanokernel.Abi;

namespace Nanokernel;

/// <summary>
/// The watch over another partition: its state, the records of its faults, and what can be done about them. The records outlive a restart of
/// the watcher, which then finds the latest ones again. Not for interrupt handlers.
/// </summary>
/// <param name="end">The address of the end's record; generated code passes it.</param>
public readonly unsafe struct FaultMonitor(nint end)
{
    /// <summary>The first bytes of an image, which tell <see cref="ImageLength"/>.</summary>
    public const int ImageHeadBytes = (int)PartitionImage.HeadBytes;

    private readonly ChannelEnd* _end = (ChannelEnd*)end;

    /// <summary>What has become of the partition.</summary>
    public WatchedState State => (WatchedState)Volatile.Read(ref Log->State);

    /// <summary>How many faults it has had since boot, commands of watchers among them.</summary>
    public int FaultCount => (int)Volatile.Read(ref Log->RecordCount);

    /// <summary>How often it has been started anew.</summary>
    public int Restarts => (int)Volatile.Read(ref Log->Restarts);

    /// <summary>How many heartbeats it has missed.</summary>
    public int MissedHeartbeats => (int)Volatile.Read(ref Log->MissedHeartbeats);

    /// <summary>The exit code with which it has returned.</summary>
    public int ExitCode => (int)Volatile.Read(ref Log->ExitCode);

    /// <summary>What it was started from.</summary>
    public WatchedImage Image => (WatchedImage)Volatile.Read(ref Log->ImageState);

    private FaultLog* Log => (FaultLog*)_end->Address;

    /// <summary>
    /// Takes the next fault that this watcher has not taken yet. Of more than seven the oldest are lost; their numbers tell how many.
    /// </summary>
    /// <param name="notice">The fault; it may still be recorded, see <see cref="FaultNotice.IsComplete"/>.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryTake(out FaultNotice notice)
    {
        notice = default;
        var taken = ChannelRing.StateOf(_end)->Opened;
        var count = Volatile.Read(ref Log->RecordCount);
        if (taken == count)
            return false;
        var number = count - taken > FaultLog.RecordMaximum ? count - FaultLog.RecordMaximum + 1 : taken + 1;
        ChannelRing.StateOf(_end)->Opened = number;
        notice = new FaultNotice((FaultRecord*)(Log + 1) + ((number - 1) % FaultLog.RecordMaximum), number);
        return true;
    }

    /// <summary>Takes the next fault; waits for it no longer than a time.</summary>
    /// <param name="notice">As for <see cref="TryTake(out FaultNotice)"/>.</param>
    /// <param name="timeout">How long.</param>
    /// <returns>Whether there was one in time.</returns>
    public bool TryTake(out FaultNotice notice, TimeSpan timeout) => TryTakeUntil(out notice, Clock.TimestampAfter(timeout));

    /// <summary>Takes the next fault; waits for it.</summary>
    /// <returns>As for <see cref="TryTake(out FaultNotice)"/>.</returns>
    public FaultNotice Take()
    {
        TryTakeUntil(out var notice, ulong.MaxValue);
        return notice;
    }

    /// <summary>Waits until a state is reached, or for no longer than a time.</summary>
    /// <param name="state">The state.</param>
    /// <param name="timeout">How long.</param>
    /// <returns>Whether it was reached in time.</returns>
    public bool WaitFor(WatchedState state, TimeSpan timeout)
    {
        var deadline = Clock.TimestampAfter(timeout);
        while (State != state)
        {
            if (!Processor.WaitUntil(deadline))
                return State == state;
        }

        return true;
    }

    /// <summary>Stops the partition, whatever it does. One that is stopped or has ended stays so.</summary>
    public void Stop() => Hypercalls.CommandPartition(_end->EndIndex, PartitionCommand.Stop);

    /// <summary>
    /// Starts the partition anew: one that runs, that is stopped, or that has ended. It finds its persistent memory. That takes time, the
    /// partition's own; <see cref="State"/> tells when it is done.
    /// </summary>
    public void Restart() => Hypercalls.CommandPartition(_end->EndIndex, PartitionCommand.Restart);

    /// <summary>The same, with persistent memory that is the partition's alone as at first use.</summary>
    public void RestartCold() => Hypercalls.CommandPartition(_end->EndIndex, PartitionCommand.RestartCold);

    /// <summary>How many bytes the image has that begins with some bytes, its signature among them, for one that receives it piece by piece.</summary>
    /// <param name="start">The first bytes, <see cref="ImageHeadBytes"/> or more.</param>
    /// <returns>The number of bytes; 0: no image begins so.</returns>
    public static int ImageLength(ReadOnlySpan<byte> start)
    {
        if (start.Length < ImageHeadBytes)
            return 0;
        fixed (byte* bytes = start)
        {
            var head = (PartitionImage*)bytes;
            return head->Magic == PartitionImage.MagicValue && head->Bytes >= PartitionImage.HeadBytes && head->Bytes <= int.MaxValue - head->SignatureBytes
                ? (int)(head->Bytes + head->SignatureBytes)
                : 0;
        }
    }

    /// <summary>
    /// Puts a new image for the partition into its place, and starts the partition from there; it finds its persistent memory. The kernel checks
    /// the image first, in this partition's time, while the other one runs on: with anything but
    /// <see cref="ImageReplacement.Accepted"/> nothing has changed. <see cref="Image"/> tells how the new one fares: until its first
    /// heartbeat, whatever ends it starts the partition from the image before. A reset of the machine starts the image that the system was built with.
    /// </summary>
    /// <param name="image">What the command <c>sign</c> has written.</param>
    /// <returns>What has become of it.</returns>
    /// <exception cref="InvalidOperationException">The system does not state <c>WithReplaceableImage</c> for the partition.</exception>
    public ImageReplacement Replace(ReadOnlySpan<byte> image)
    {
        fixed (byte* bytes = image)
        {
            var length = ImageLength(image);
            if (length == 0 || length > image.Length)
                return ImageReplacement.Malformed;
            var outcome = Hypercalls.ReplaceImage(_end->EndIndex, bytes);
            if (outcome < 0)
                throw new InvalidOperationException("The image of this partition cannot be replaced");
            return (ImageReplacement)outcome;
        }
    }

    private bool TryTakeUntil(out FaultNotice notice, ulong deadline)
    {
        while (!TryTake(out notice))
        {
            if (!Processor.WaitUntil(deadline))
                return TryTake(out notice);
        }

        return true;
    }
}
