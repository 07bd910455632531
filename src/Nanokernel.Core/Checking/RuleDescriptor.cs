namespace Nanokernel.Checking;

/// <summary>A rule of the catalogue: its id, what it is about, and how its message reads.</summary>
/// <param name="Id">
/// <c>NK</c> and four digits, never reused: 0001-0999 system, 1000-1999 C# of partitions, 2000-2999 tool chain, 3000-3999 running.
/// </param>
/// <param name="Title">A short noun phrase, the title of the rule's documentation page.</param>
/// <param name="MessageFormat">A composite format string: who, with whom, which values; what to do.</param>
/// <param name="Severity">Whether an image may be made in spite of it.</param>
public sealed record RuleDescriptor(string Id, string Title, string MessageFormat, DiagnosticSeverity Severity = DiagnosticSeverity.Error)
{
    /// <summary>The rule's documentation page, relative to the root of the repository and of the package Nanokernel.Sdk.</summary>
    public string DocumentationPath => DocumentationPathOf(Id);

    internal static string DocumentationPathOf(string id) => $"docs/diagnostics/{id}.md";
}
