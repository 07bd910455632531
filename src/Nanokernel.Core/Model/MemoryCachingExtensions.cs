namespace Nanokernel;

/// <summary>Names for messages and reports.</summary>
internal static class MemoryCachingExtensions
{
    /// <summary>The name as the processor's manual has it.</summary>
    internal static string ToText(this MemoryCaching caching) => caching switch
    {
        MemoryCaching.WriteCombining => "write-combining",
        MemoryCaching.WriteThrough => "write-through",
        MemoryCaching.WriteBack => "write-back",
        _ => "uncached",
    };
}
