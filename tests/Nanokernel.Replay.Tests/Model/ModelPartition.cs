namespace Nanokernel.Replay.Tests;

/// <summary>What the model knows of a partition.</summary>
internal sealed class ModelPartition
{
    public required int Index { get; init; }

    public required uint Priority { get; init; }

    public bool IsReady { get; set; } = true;

    public bool HasEnded { get; set; }

    public bool IsWaiting { get; set; }

    public bool WasWoken { get; set; }

    public ulong? WaitsUntil { get; set; }

    public ulong? Timer { get; set; }

    public uint Pending { get; set; }

    public bool Flag { get; set; } = true;

    public int Result { get; set; }

    public required long Remaining { get; set; }

    public required ulong Refill { get; set; }

    public required long SliceLeft { get; set; }
}
