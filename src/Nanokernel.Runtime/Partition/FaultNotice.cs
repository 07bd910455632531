using System;
using System.Threading;
using Nanokernel.Abi;

namespace Nanokernel;

/// <summary>
/// A fault of a watched partition. It shows the kernel's record, which this partition cannot change; the facts are there at once, callers and
/// texts when <see cref="IsComplete"/>.
/// </summary>
public readonly unsafe struct FaultNotice
{
    private readonly FaultRecord* _record;

    internal FaultNotice(FaultRecord* record, uint number)
    {
        _record = record;
        Number = (int)number;
    }

    /// <summary>The fault's number: 1 for the partition's first since boot.</summary>
    public int Number { get; }

    /// <summary>Whether the record is still this fault's: the one of the seventh fault after it takes its place.</summary>
    public bool IsKept => Volatile.Read(ref _record->Number) == (uint)Number;

    /// <summary>Whether callers, texts and the rest are recorded, too. The partition's own time is spent on that; its watchers are woken then.</summary>
    public bool IsComplete => Volatile.Read(ref _record->IsComplete) != 0;

    /// <summary>The whole record.</summary>
    public ref readonly FaultRecord Record => ref *_record;

    /// <summary>What has happened.</summary>
    public FaultEvent Event => (FaultEvent)_record->Kind;

    /// <summary>What is done about it.</summary>
    public FaultAction Action => (FaultAction)_record->Action;

    /// <summary>When it happened, since boot.</summary>
    public TimeSpan Time => Clock.ToDuration(_record->Time - PartitionPages.Information->TscAtBoot);

    /// <summary>How long the partition had used the processor until then.</summary>
    public TimeSpan ProcessorTime => Clock.ToDuration(_record->ProcessorTime);

    /// <summary>How often the partition had been started anew before.</summary>
    public int Restarts => (int)_record->Restarts;

    /// <summary>Where it happened: the method, and the offset in it, UTF-8. Empty without symbols.</summary>
    public ReadOnlySpan<byte> Where => Text((byte*)&_record->Where, FaultMethod.Bytes);

    /// <summary>What the partition said of itself, UTF-8: the type of an exception, and its message.</summary>
    public ReadOnlySpan<byte> Message => Text((byte*)&_record->Text, FaultRecord.TextBytes);

    /// <summary>What it wrote last on the debug console, UTF-8.</summary>
    public ReadOnlySpan<byte> ConsoleTail => Text((byte*)&_record->ConsoleTail, FaultRecord.ConsoleTailBytes);

    /// <summary>How many callers are known.</summary>
    public int CallerCount => (int)_record->CallerCount;

    /// <summary>A caller: the method, and the offset in it, UTF-8.</summary>
    /// <param name="index">0 for the innermost.</param>
    public ReadOnlySpan<byte> GetCaller(int index)
    {
        if ((uint)index >= (uint)CallerCount)
            throw new ArgumentOutOfRangeException(nameof(index));
        return Text((byte*)&((FaultCaller*)&_record->Callers)[index].Method, FaultMethod.Bytes);
    }

    private static ReadOnlySpan<byte> Text(byte* text, int bytes)
    {
        var length = 0;
        while (length < bytes && text[length] != 0)
            length++;
        return new ReadOnlySpan<byte>(text, length);
    }
}
