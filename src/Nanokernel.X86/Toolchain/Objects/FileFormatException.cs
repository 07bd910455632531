using Nanokernel.Checking;

namespace Nanokernel.X86.Toolchain;

/// <summary>Ends the reading of a damaged file; the reader turns it into a finding.</summary>
internal sealed class FileFormatException(RuleDescriptor rule, string message) : Exception(message)
{
    public RuleDescriptor Rule { get; } = rule;

    public static FileFormatException Damaged(string what) => new(ToolchainRules.DamagedObject, what);

    public static FileFormatException Unsupported(string what) => new(ToolchainRules.UnsupportedObjectFeature, what);
}
