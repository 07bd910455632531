using Nanokernel.Checking;

namespace Nanokernel.X86.CommandLine;

/// <summary>Prints findings in the form that MSBuild and editors understand.</summary>
internal static class Findings
{
    /// <summary>Prints all findings, by file and line, and gives the exit code that follows from them.</summary>
    public static int Print(DiagnosticBag diagnostics)
    {
        foreach (var diagnostic in diagnostics.OrderBy(d => d.Location?.File, StringComparer.Ordinal).ThenBy(d => d.Location?.Line))
            Console.Out.WriteLine(diagnostic);
        return diagnostics.HasErrors ? 1 : 0;
    }
}
