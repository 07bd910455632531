using System.Collections;
using System.Globalization;

namespace Nanokernel.Checking;

/// <summary>Collects findings, so that all of them come at once. Not thread-safe.</summary>
public sealed class DiagnosticBag : IReadOnlyCollection<Diagnostic>
{
    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>The number of findings.</summary>
    public int Count => _diagnostics.Count;

    /// <summary>Whether one of the findings is an error.</summary>
    public bool HasErrors => _diagnostics.Exists(d => d.Rule.Severity == DiagnosticSeverity.Error);

    /// <summary>Adds a finding.</summary>
    /// <param name="rule">The rule that is broken.</param>
    /// <param name="location">The place to mend, or null where there is none.</param>
    /// <param name="arguments">The arguments of the rule's message.</param>
    public void Report(RuleDescriptor rule, SourceLocation? location, params object?[] arguments) =>
        _diagnostics.Add(new Diagnostic(rule, string.Format(CultureInfo.InvariantCulture, rule.MessageFormat, arguments), location));

    /// <summary>Adds a finding about two places. The message's last argument is a sentence that names the other place, or empty.</summary>
    /// <param name="rule">The rule that is broken.</param>
    /// <param name="location">The place to mend.</param>
    /// <param name="first">The place of the first of the two declarations.</param>
    /// <param name="arguments">The arguments of the rule's message, without the last.</param>
    public void ReportPair(RuleDescriptor rule, SourceLocation? location, SourceLocation? first, params object?[] arguments)
    {
        object?[] all = [.. arguments, first is null ? "" : $" First claim: {first}."];
        _diagnostics.Add(new Diagnostic(rule, string.Format(CultureInfo.InvariantCulture, rule.MessageFormat, all), location)
        {
            RelatedLocation = first,
        });
    }

    /// <summary>Adds findings made elsewhere.</summary>
    public void AddRange(IEnumerable<Diagnostic> diagnostics) => _diagnostics.AddRange(diagnostics);

    /// <inheritdoc />
    public IEnumerator<Diagnostic> GetEnumerator() => _diagnostics.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
