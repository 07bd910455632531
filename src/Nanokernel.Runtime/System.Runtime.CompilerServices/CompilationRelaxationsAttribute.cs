namespace System.Runtime.CompilerServices;

/// <summary>States relaxations of the compiler.</summary>
public sealed class CompilationRelaxationsAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public CompilationRelaxationsAttribute(int relaxations)
    {
    }
}
