namespace Nanokernel.X86.Toolchain;

/// <summary>What the NativeAOT compiler is to compile.</summary>
public sealed class IlcRequest
{
    /// <summary>The assemblies whose code goes into the object: the application, its libraries and the core library.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>The path of the COFF object to write.</summary>
    public required string Output { get; init; }

    /// <summary>The simple name of the core library.</summary>
    public required string SystemModule { get; init; }

    /// <summary>
    /// Whether the whole program is scanned before it is compiled (Release); otherwise each method is compiled as it is met (Debug).
    /// </summary>
    public bool WholeProgram { get; init; } = true;

    /// <summary>Whether the code is optimised.</summary>
    public bool Optimize { get; init; } = true;

    /// <summary>The compiler; null for the one in NuGet's global packages folder.</summary>
    public string? CompilerPath { get; init; }
}
