using System.Text.RegularExpressions;

namespace Nanokernel.Tests;

/// <summary>What a rule says, whatever its arguments are: holds the examples in docs/diagnostics against the rules' messages.</summary>
internal static partial class MessagePattern
{
    /// <summary>Matches a text that contains the message of a composite format string.</summary>
    internal static Regex Of(string id, string format)
    {
        var parts = Argument().Split(format).Select(part => Regex.Escape(part.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal)));
        return new Regex($"(error|warning) {id}: {string.Join(".*?", parts)}");
    }

    [GeneratedRegex(@"(?<!\{)\{[0-9][^}]*\}")]
    private static partial Regex Argument();
}
