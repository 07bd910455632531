namespace System.Runtime.CompilerServices;

/// <summary>How a method is compiled.</summary>
[Flags]
public enum MethodImplOptions
{
    /// <summary>The method is implemented elsewhere.</summary>
    Unmanaged = 4,

    /// <summary>The method is not inlined.</summary>
    NoInlining = 8,

    /// <summary>The signature is kept.</summary>
    PreserveSig = 128,

    /// <summary>The method is inlined if it can be.</summary>
    AggressiveInlining = 256,

    /// <summary>The method is not optimized.</summary>
    NoOptimization = 64,

    /// <summary>The method is optimized most.</summary>
    AggressiveOptimization = 512,

    /// <summary>The method is bound to a symbol; see <see cref="RuntimeImportAttribute"/>.</summary>
    InternalCall = 4096,
}
