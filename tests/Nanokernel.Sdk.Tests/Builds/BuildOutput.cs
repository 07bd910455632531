using System.Text.RegularExpressions;

namespace Nanokernel.Sdk.Tests.Builds;

/// <summary>How a command ended, and what it said.</summary>
internal sealed partial record BuildOutput(int ExitCode, string Text)
{
    internal bool Succeeded => ExitCode == 0;

    /// <summary>The programs that were compiled from IL to IA-32, in alphabetical order.</summary>
    internal IReadOnlyList<string> Translated => [.. TranslationLine().Matches(Text).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal)];

    /// <summary>Whether the system's program ran and made an image.</summary>
    internal bool MadeImage => ImageLine().IsMatch(Text);

    /// <summary>The errors, each once, without the name of the project that MSBuild appends.</summary>
    internal IReadOnlyList<string> Errors => [.. ErrorLine().Matches(Text).Select(match => match.Groups[1].Value).Distinct()];

    [GeneratedRegex(@"^ +(\S+): IL to IA-32 in ", RegexOptions.Multiline)]
    private static partial Regex TranslationLine();

    [GeneratedRegex(@"^ +\S+ -> .*\.elf\r?$", RegexOptions.Multiline)]
    private static partial Regex ImageLine();

    [GeneratedRegex(@"^\s*(\S.*?: error .*?)(?: \[[^\[\]]*proj\])?\r?$", RegexOptions.Multiline)]
    private static partial Regex ErrorLine();
}
