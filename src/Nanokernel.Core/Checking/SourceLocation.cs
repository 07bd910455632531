namespace Nanokernel.Checking;

/// <summary>A place in a source file.</summary>
/// <param name="File">The path as the compiler gave it (after <c>PathMap</c>).</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1; 0 where it is not known.</param>
public sealed record SourceLocation(string File, int Line, int Column = 0)
{
    /// <summary>The place as <c>file(line,column)</c>, the form that build tools and editors turn into a link.</summary>
    public override string ToString() => Column > 0 ? $"{File}({Line},{Column})" : $"{File}({Line})";
}
