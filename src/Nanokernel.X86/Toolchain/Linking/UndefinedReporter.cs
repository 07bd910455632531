using Nanokernel.Checking;

namespace Nanokernel.X86.Toolchain;

/// <summary>Reports the names that nothing defines: a runtime helper by the C# feature that asks for it, others as they are.</summary>
internal static class UndefinedReporter
{
    private const int MaxUsers = 3;

    public static void Report(LinkRequest request, Dictionary<string, List<LinkerInput>> undefined, DiagnosticBag diagnostics)
    {
        foreach (var (name, inputs) in undefined.OrderBy(u => u.Key, StringComparer.Ordinal))
        {
            var users = Describe(inputs);
            if (RuntimeHelperCatalogue.FeatureOf(name) is { } feature)
                diagnostics.Report(ToolchainRules.MissingRuntimeHelper, null, request.Name, feature, name, users);
            else
                diagnostics.Report(ToolchainRules.UndefinedSymbol, null, request.Name, name, users);
        }
    }

    private static string Describe(List<LinkerInput> inputs)
    {
        var names = inputs.Select(NameOf).Distinct().ToList();
        var shown = string.Join(", ", names.Take(MaxUsers));
        return names.Count > MaxUsers ? $"{shown} and {names.Count - MaxUsers} more" : shown;
    }

    private static string NameOf(LinkerInput input)
    {
        var symbol = input.File.Symbols.Find(s => s.Section == input.Section && s.Offset == input.Start && !s.IsSection);
        return symbol is null ? $"'{input.Section.Name}' of '{input.File.Name}'" : $"'{symbol.Name}'";
    }
}
