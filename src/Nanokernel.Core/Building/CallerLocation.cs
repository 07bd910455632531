using Nanokernel.Checking;

namespace Nanokernel;

/// <summary>Makes a location of what <c>CallerFilePath</c> and <c>CallerLineNumber</c> give.</summary>
internal static class CallerLocation
{
    internal static SourceLocation? From(string file, int line) => file.Length == 0 ? null : new SourceLocation(file, line);
}
