using System;
using System.Runtime.InteropServices;
using System.Threading;
using Nanokernel.Abi;

namespace Nanokernel.Channels.Tests;

/// <summary>A partition on the host: a thread that runs when it has the baton, its pages, and what the kernel knows of it.</summary>
internal sealed unsafe class Participant
{
    private readonly SemaphoreSlim _baton = new(0);

    internal Participant(int index)
    {
        Index = index;
        Information = (InformationPage*)NativeMemory.AllocZeroed(VirtualMemoryMap.PageSize);
        Control = (ControlPage*)NativeMemory.AllocZeroed(VirtualMemoryMap.PageSize);
        new Thread(Serve) { IsBackground = true, Name = $"Participant {index}" }.Start();
    }

    internal int Index { get; }

    internal InformationPage* Information { get; }

    internal ControlPage* Control { get; }

    internal Action? Body { get; private set; }

    /// <summary>It stops before this operation of its own, if it gets there.</summary>
    internal int StopsBefore { get; private set; }

    /// <summary>Its operations so far.</summary>
    internal int Operations { get; set; }

    internal bool IsStarted { get; set; }

    internal bool IsOver { get; set; }

    internal bool IsWaiting { get; set; }

    internal bool IsWoken { get; set; }

    internal bool IsLate { get; set; }

    internal ulong Deadline { get; set; }

    internal bool IsReady => !IsOver && !IsWaiting;

    /// <summary>The partitions at the other side of all its ends.</summary>
    internal uint Peers { get; set; }

    internal void Prepare(Action body, int stopsBefore)
    {
        Body = body;
        StopsBefore = stopsBefore;
        Operations = 0;
        IsStarted = IsOver = IsWaiting = IsWoken = IsLate = false;
        Peers = 0;
        new Span<byte>(Information, (int)VirtualMemoryMap.PageSize).Clear();
        new Span<byte>(Control, (int)VirtualMemoryMap.PageSize).Clear();
        Information->PartitionIndex = (uint)Index;
    }

    /// <summary>The record of an end; a new one if the index is the count of ends.</summary>
    internal ChannelEnd* End(uint index) => (ChannelEnd*)((byte*)Information + InformationPage.ChannelEndsOffset) + index;

    internal nint AddEnd(ChannelEnd end)
    {
        end.EndIndex = Information->ChannelEndCount++;
        Peers |= end.Peers;
        var record = End(end.EndIndex);
        *record = end;
        return (nint)record;
    }

    internal void Wake()
    {
        if (!IsWaiting)
        {
            IsWoken = true;
            return;
        }

        IsWaiting = false;
    }

    internal void Resume() => _baton.Release();

    internal void AwaitBaton() => _baton.Wait();

    private void Serve()
    {
        for (;;)
        {
            AwaitBaton();
            Participants.RunBody(this);
        }
    }
}
