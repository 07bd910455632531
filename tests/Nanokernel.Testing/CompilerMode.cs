namespace Nanokernel.Testing;

/// <summary>The two ways in which the NativeAOT compiler is used.</summary>
public enum CompilerMode
{
    /// <summary>Method by method (<c>--noscan</c>), as in a Debug build.</summary>
    Debug,

    /// <summary>The whole program at once, as in a Release build.</summary>
    Release,
}
