using Nanokernel.Checking;

namespace Nanokernel.X86.Building;

/// <summary>The rules of the keys that images are signed with (NK2601-NK2606).</summary>
internal static class SigningRules
{
    /// <summary>NK2601: there is no key in the file, or no way to it.</summary>
    public static readonly RuleDescriptor KeyNotReadable = new(
        "NK2601",
        "Key file not readable",
        "The key '{0}' cannot be read: {1} Give a PEM file with one RSA key, or its text; the command create-key writes such files.");

    /// <summary>NK2602: the kernel cannot check signatures of this key.</summary>
    public static readonly RuleDescriptor KeyNotSupported = new(
        "NK2602",
        "Key that the kernel cannot use",
        "The key '{0}' is {1}. The kernel checks signatures of RSA keys of 2048 to 4096 bits, in steps of 32, with the exponent 65537: "
        + "make one with the command create-key.");

    /// <summary>NK2603: something is to be signed with a public key.</summary>
    public static readonly RuleDescriptor PrivateKeyNeeded = new(
        "NK2603",
        "Private key needed",
        "The key '{0}' is a public one, and only a private one signs. Give the path of the private key that belongs to it.");

    /// <summary>NK2604: a new key cannot be written.</summary>
    public static readonly RuleDescriptor KeyNotWritten = new(
        "NK2604",
        "Key file not written",
        "The key '{0}' is not written: {1} Choose another path.");

    /// <summary>NK2605: a new image is made for a partition that can have one, and signed by whom the system trusts.</summary>
    public static readonly RuleDescriptor ImageNotReplaceable = new(
        "NK2605",
        "New image that the system would not take",
        "A new image of partition '{0}' cannot be made: {1}.");

    /// <summary>NK2606: a source file is no place for what signs.</summary>
    public static readonly RuleDescriptor PrivateKeyStated = new(
        "NK2606",
        "Private key in a system",
        "System '{0}' states a private key for new images, and whoever reads its source could sign. State the public key, which create-key writes beside it; "
        + "if anybody has read this one, make another.");

    /// <summary>Every rule of this class.</summary>
    public static readonly IReadOnlyList<RuleDescriptor> All = [KeyNotReadable, KeyNotSupported, PrivateKeyNeeded, KeyNotWritten, ImageNotReplaceable, PrivateKeyStated];
}
