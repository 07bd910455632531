using Nanokernel.Abi;

namespace Nanokernel;

/// <summary>What has become of a new image.</summary>
public enum ImageReplacement
{
    /// <summary>The partition starts from it.</summary>
    Accepted = (int)ImageOutcome.Accepted,

    /// <summary>A new image of the partition is on trial, or another watcher's is being checked: try again later.</summary>
    Busy = (int)ImageOutcome.Busy,

    /// <summary>It is no image, or damaged, or larger than the partition's memory holds.</summary>
    Malformed = (int)ImageOutcome.Malformed,

    /// <summary>It is for another system, for one that declares anything else, or for another partition.</summary>
    Foreign = (int)ImageOutcome.Foreign,

    /// <summary>It is not signed for the system's key.</summary>
    NotSigned = (int)ImageOutcome.NotSigned,
}
