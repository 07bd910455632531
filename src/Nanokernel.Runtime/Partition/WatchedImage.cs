using Nanokernel.Abi;

namespace Nanokernel;

/// <summary>What a watched partition was started from.</summary>
public enum WatchedImage
{
    /// <summary>The image that the system was built with.</summary>
    Built = (int)ImageState.Built,

    /// <summary>A new one, which has yet to show by its first heartbeat that it lives.</summary>
    OnTrial = (int)ImageState.OnTrial,

    /// <summary>A new one, which does.</summary>
    Replaced = (int)ImageState.Replaced,

    /// <summary>The one before, for a new one had a fault or returned before its first heartbeat, or there was none in time.</summary>
    FellBack = (int)ImageState.FellBack,
}
