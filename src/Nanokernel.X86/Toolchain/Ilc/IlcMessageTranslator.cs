using System.Text.RegularExpressions;
using Nanokernel.Checking;

namespace Nanokernel.X86.Toolchain;

/// <summary>Turns what the compiler prints into findings.</summary>
internal static partial class IlcMessageTranslator
{
    public static void Translate(string output, IlcRequest request, DiagnosticBag diagnostics)
    {
        var subject = Path.GetFileNameWithoutExtension(request.Inputs[0]);
        foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct())
        {
            if (ErrorLine().Match(line) is { Success: true } match)
                diagnostics.Report(ToolchainRules.CompilationFailed, null, subject, match.Groups["text"].Value);
        }
    }

    [GeneratedRegex(@"^(ILC\s*:\s*)?[Ee]rror\s*(\w+)?:\s*(?<text>.+)$")]
    private static partial Regex ErrorLine();
}
