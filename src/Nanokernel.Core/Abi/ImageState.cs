namespace Nanokernel.Abi;

/// <summary>What a partition was started from, as <see cref="FaultLog.ImageState"/> says.</summary>
public static class ImageState
{
    /// <summary>From the image that the system was built with.</summary>
    public const uint Built = 0;

    /// <summary>From a new one, which has yet to show that it lives.</summary>
    public const uint OnTrial = 1;

    /// <summary>From a new one, which does.</summary>
    public const uint Replaced = 2;

    /// <summary>From the one before, for a new one did not live.</summary>
    public const uint FellBack = 3;
}
