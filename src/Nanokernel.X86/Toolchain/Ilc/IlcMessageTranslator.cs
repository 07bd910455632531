using System.Text.RegularExpressions;
using Nanokernel.Checking;

namespace Nanokernel.X86.Toolchain;

/// <summary>
/// Turns what the compiler prints into findings. Three kinds of lines matter:
/// <code>
/// file.cs(3): AOT analysis error IL1005: Type.Method(): Method will always throw because: ...
///  ---> ILCompiler.CodeGenerationFailedException: Code generation failed for method '[assembly]Type.Method(int32)'
///  ---> System.InvalidOperationException: Expected type 'X' not found in module 'Y'           (the cause of the line before)
/// Error: anything else
/// </code>
/// </summary>
internal static partial class IlcMessageTranslator
{
    /// <summary>Reports every error among the compiler's lines.</summary>
    public static void Translate(string output, IlcRequest request, DiagnosticBag diagnostics)
    {
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var locator = new IlcSourceLocator(request.Inputs);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var reported = false;
        for (var i = 0; i < lines.Length; i++)
        {
            if (AnalysisError().Match(lines[i]) is { Success: true } analysis)
            {
                if (seen.Add(analysis.Value))
                    ReportAnalysisError(analysis, diagnostics);
                reported = true;
            }
            else if (FailedMethod().Match(lines[i]) is { Success: true } failed)
            {
                var method = failed.Groups["method"].Value;
                var cause = i + 1 < lines.Length ? Cause().Match(lines[i + 1]).Groups["text"].Value : "";
                if (seen.Add(method))
                    ReportFailedMethod(method, cause, locator, diagnostics);
                reported = true;
            }
        }
        if (!reported)
            ReportPlainErrors(lines, request, diagnostics);
    }

    private static void ReportAnalysisError(Match match, DiagnosticBag diagnostics)
    {
        var location = match.Groups["line"].Success
            ? new SourceLocation(
                match.Groups["file"].Value, ParseNumber(match.Groups["line"].Value), ParseNumber(match.Groups["column"].Value))
            : null;
        diagnostics.Report(ToolchainRules.CompilationFailed, location, $"'{match.Groups["method"].Value}'", match.Groups["text"].Value);
    }

    private static void ReportFailedMethod(string method, string cause, IlcSourceLocator locator, DiagnosticBag diagnostics)
    {
        var name = locator.GetDisplayName(method);
        var location = locator.Find(method);
        if (FeatureCatalogue.FeatureOf(cause) is { } feature)
            diagnostics.Report(ToolchainRules.FeatureNotSupported, location, $"'{name}'", feature, cause);
        else
            diagnostics.Report(ToolchainRules.CompilationFailed, location, $"'{name}'", cause.Length == 0 ? "no reason given" : cause);
    }

    private static void ReportPlainErrors(string[] lines, IlcRequest request, DiagnosticBag diagnostics)
    {
        var subject = $"'{Path.GetFileName(request.Inputs[0])}'";
        foreach (var text in lines.Select(l => PlainError().Match(l)).Where(m => m.Success).Select(m => m.Groups["text"].Value).Distinct())
        {
            if (FeatureCatalogue.FeatureOf(text) is { } feature)
                diagnostics.Report(ToolchainRules.FeatureNotSupported, null, subject, feature, text);
            else
                diagnostics.Report(ToolchainRules.CompilationFailed, null, subject, text);
        }
    }

    private static int ParseNumber(string text) => int.TryParse(text, out var number) ? number : 0;

    [GeneratedRegex(
        @"^(?<file>.*?)(\((?<line>\d+)(,(?<column>\d+))?\))?\s*: \w+ analysis error (?<code>IL\d+): (?<method>.+?): (?<text>.+)$")]
    private static partial Regex AnalysisError();

    [GeneratedRegex(@"^--->.*CodeGenerationFailedException: Code generation failed for method '(?<method>.+)'")]
    private static partial Regex FailedMethod();

    [GeneratedRegex(@"^---> [\w.+`]+: (?<text>.+)$")]
    private static partial Regex Cause();

    [GeneratedRegex(@"^(ILC\s*:\s*)?[Ee]rror\s*(\w+)?:\s*(?<text>.+)$")]
    private static partial Regex PlainError();
}
