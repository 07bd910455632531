using Nanokernel.Checking;

namespace Nanokernel.X86.Emulation;

/// <summary>Running an image failed; the message is the finding, in the form that build tools understand.</summary>
public sealed class EmulationException : Exception
{
    /// <summary>Makes the exception of one finding.</summary>
    /// <param name="rule">One of <see cref="EmulationRules"/>.</param>
    /// <param name="arguments">The arguments of the rule's message.</param>
    internal EmulationException(RuleDescriptor rule, params object?[] arguments)
        : this(Format(rule, arguments))
    {
    }

    private EmulationException(Diagnostic diagnostic)
        : base(diagnostic.ToString()) => Diagnostic = diagnostic;

    /// <summary>The finding.</summary>
    public Diagnostic Diagnostic { get; }

    private static Diagnostic Format(RuleDescriptor rule, object?[] arguments)
    {
        var bag = new DiagnosticBag();
        bag.Report(rule, null, arguments);
        return bag.Single();
    }
}
