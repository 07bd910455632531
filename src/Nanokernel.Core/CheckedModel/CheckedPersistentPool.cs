using System.Globalization;
using Nanokernel.Manifests;

namespace Nanokernel.Model;

/// <summary>A pool of persistent memory of a <see cref="CheckedSystem"/>.</summary>
public sealed record CheckedPersistentPool : CheckedChannel
{
    internal CheckedPersistentPool(string name)
        : base(ChannelKind.PersistentPool, name)
    {
    }

    /// <summary>The memory of the blocks, which the users see.</summary>
    public CheckedRegion Blocks => Regions[0];

    /// <summary>The page of the kernel's history of requests, which no partition sees.</summary>
    public CheckedRegion History => Regions[1];

    /// <summary>FNV-1a, 32 bits, of name and size: a history of another pool is not taken for this one's.</summary>
    public uint Identity => MessageLayout.Hash(string.Create(CultureInfo.InvariantCulture, $"{Name}:{Blocks.Bytes}"));
}
