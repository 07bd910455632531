namespace Nanokernel.Checking;

/// <summary>One finding.</summary>
/// <param name="Rule">The rule that it breaks.</param>
/// <param name="Message">The whole message, arguments filled in.</param>
/// <param name="Location">The place to mend, where there is one.</param>
public sealed record Diagnostic(RuleDescriptor Rule, string Message, SourceLocation? Location)
{
    /// <summary>The other place that the message speaks of: the first of two claims.</summary>
    public SourceLocation? RelatedLocation { get; init; }

    /// <summary>The finding in the form <c>file(line,column): error NKnnnn: message</c>, which MSBuild and editors understand.</summary>
    public override string ToString() =>
        $"{Location?.ToString() ?? "nanokernel"}: {(Rule.Severity == DiagnosticSeverity.Error ? "error" : "warning")} {Rule.Id}: {Message}";
}
