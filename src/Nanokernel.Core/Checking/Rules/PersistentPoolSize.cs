using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0321: memory is given out in pages, and a pool without any has no block.</summary>
internal static class PersistentPoolSize
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0321",
        "Size of a persistent pool",
        "Persistent pool '{0}' has {1}; it can have {2} to {3}, a multiple of 4 KiB. State {4}.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var pool in system.Channels.OfType<PersistentPoolDeclaration>().Where(pool => Nearest(pool.Size) != pool.Size))
        {
            diagnostics.Report(
                Descriptor, pool.Location, pool.Name, pool.Size, SystemLimits.MinimumPersistentPool, SystemLimits.MaximumPersistentPool, Nearest(pool.Size));
        }
    }

    /// <summary>The least possible size that is not smaller, or the largest that is possible.</summary>
    private static ByteSize Nearest(ByteSize size)
    {
        if (size <= SystemLimits.MinimumPersistentPool)
            return SystemLimits.MinimumPersistentPool;
        if (size >= SystemLimits.MaximumPersistentPool)
            return SystemLimits.MaximumPersistentPool;
        return new ByteSize((size.Bytes + SystemLimits.PageBytes - 1) / SystemLimits.PageBytes * SystemLimits.PageBytes);
    }
}
