namespace Nanokernel.Abi;

/// <summary>The revision of everything in this folder. Kernel, partitions and tools of one image carry the same one.</summary>
public static class AbiVersion
{
    /// <summary>The current revision. It rises with every change of a number or layout in this folder.</summary>
    public const uint Current = 4;
}
