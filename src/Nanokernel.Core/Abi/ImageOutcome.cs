namespace Nanokernel.Abi;

/// <summary>What the kernel answers to <see cref="Hypercall.ReplaceImage"/>.</summary>
public static class ImageOutcome
{
    /// <summary>The image is in its place, and the partition starts from it.</summary>
    public const uint Accepted = 0;

    /// <summary>A new image of the partition has yet to show that it lives, or another watcher's is being checked.</summary>
    public const uint Busy = 1;

    /// <summary>It is no image, or not a whole one, or larger than the room for it.</summary>
    public const uint Malformed = 2;

    /// <summary>It is for another system, or for another partition.</summary>
    public const uint Foreign = 3;

    /// <summary>Its signature is not one of the system's key.</summary>
    public const uint NotSigned = 4;
}
