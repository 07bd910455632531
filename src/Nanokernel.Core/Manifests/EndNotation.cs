using Nanokernel.Model;

namespace Nanokernel.Manifests;

/// <summary>How a partition's language states a channel end.</summary>
/// <param name="Pattern">The statement: {0} for what the role is called, {1} for the channel.</param>
/// <param name="Noun">What it is, behind it.</param>
/// <param name="Pronoun">What stands for it.</param>
internal sealed record EndNotation(string Pattern, string Noun, string Pronoun)
{
    /// <summary>An attribute of a property.</summary>
    internal static EndNotation CSharp { get; } = new("[{0}(\"{1}\")]", " property", "the property");

    /// <summary>A macro of nanokernel_channels.h or nanokernel_persistent.h.</summary>
    internal static EndNotation C { get; } = new("NK_{0}(\"{1}\")", "", "it");

    /// <summary>The statement for a role.</summary>
    internal string Write(ChannelRoleTraits role, string channel) =>
        string.Format(System.Globalization.CultureInfo.InvariantCulture, Pattern, this == C ? role.Attribute.ToUpperInvariant() : role.Attribute, channel);

    /// <summary>The statement, and what it is.</summary>
    internal string Describe(ChannelRoleTraits role, string channel) => Write(role, channel) + Noun;
}
