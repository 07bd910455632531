using Nanokernel.Checking;

namespace Nanokernel.X86.Toolchain;

/// <summary>Ends the reading of an object; <see cref="CoffReader"/> turns it into a finding.</summary>
internal sealed class CoffFormatException(RuleDescriptor rule, string message) : Exception(message)
{
    public RuleDescriptor Rule { get; } = rule;

    public static CoffFormatException Damaged(string what) => new(ToolchainRules.DamagedObject, what);

    public static CoffFormatException Unsupported(string what) => new(ToolchainRules.UnsupportedObjectFeature, what);
}
