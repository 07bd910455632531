using System.Runtime.InteropServices;

namespace Nanokernel.Abi;

/// <summary>
/// What the watchers of a partition see of it, read-only: this header, and behind it the latest <see cref="RecordMaximum"/> records. Record
/// number n is at place (n - 1) % <see cref="RecordMaximum"/>.
/// </summary>
[StructLayout(LayoutKind.Sequential, Size = 2048)]
public struct FaultLog
{
    /// <summary>The value of <see cref="Magic"/>: "NKFL" in memory order.</summary>
    public const uint MagicValue = 0x4C46_4B4E;

    /// <summary>The most records that are kept.</summary>
    public const uint RecordMaximum = 7;

    /// <summary>The bytes of header and records.</summary>
    public const uint Bytes = (RecordMaximum + 1) * 2048;

    /// <summary>Offset 0. <see cref="MagicValue"/>.</summary>
    public uint Magic;

    /// <summary>Offset 4. The partition's <see cref="PartitionState"/>.</summary>
    public uint State;

    /// <summary>Offset 8. How many records have been begun.</summary>
    public uint RecordCount;

    /// <summary>Offset 12. How often the partition has been restarted.</summary>
    public uint Restarts;

    /// <summary>Offset 16. The exit code of a partition that has ended.</summary>
    public uint ExitCode;

    /// <summary>Offset 20. How many heartbeats were missed.</summary>
    public uint MissedHeartbeats;

    /// <summary>Offset 24. What the partition was started from: an <see cref="Abi.ImageState"/>.</summary>
    public uint ImageState;
}
