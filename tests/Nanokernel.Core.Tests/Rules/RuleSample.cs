namespace Nanokernel.Core.Tests.Rules;

/// <summary>One rule's two samples.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Failing">A system that breaks it.</param>
/// <param name="Findings">All that the check says about that system, one line a finding, in order.</param>
/// <param name="Passing">The nearest system that does not break it.</param>
internal sealed record RuleSample(string Id, Func<Sample> Failing, string Findings, Func<Sample> Passing)
{
    /// <summary>A warning that both systems get besides, for what the rule is about cannot be had without it.</summary>
    public string? Accepted { get; init; }
}
