using Nanokernel.Checking;

namespace Nanokernel.X86.Toolchain;

/// <summary>Reports the names that nothing defines: a runtime helper by the C# feature that asks for it, others as they are.</summary>
internal static class UndefinedReporter
{
    private const int MaxUsers = 3;

    public static void Report(LinkRequest request, Dictionary<string, HashSet<LinkerInput>> undefined, DiagnosticBag diagnostics)
    {
        foreach (var (name, inputs) in undefined.OrderBy(u => u.Key, StringComparer.Ordinal))
        {
            var users = Describe(request, inputs);
            if (RuntimeHelperCatalogue.FeatureOf(name) is { } feature)
                diagnostics.Report(ToolchainRules.MissingRuntimeHelper, null, request.Name, feature, name, users);
            else
                diagnostics.Report(ToolchainRules.UndefinedSymbol, null, request.Name, name, users);
        }
    }

    private static string Describe(LinkRequest request, HashSet<LinkerInput> inputs)
    {
        var shown = string.Join(", ", inputs.Take(MaxUsers).Select(i => NameOf(request, i)));
        return inputs.Count > MaxUsers ? $"{shown} and {inputs.Count - MaxUsers} more" : shown;
    }

    private static string NameOf(LinkRequest request, LinkerInput input)
    {
        var symbol = input.File.Symbols.Find(s => s.Section == input.Section && s.Offset == input.Start && !s.IsSection);
        return symbol is null
            ? $"'{input.Section.Name}' of '{input.File.Name}'"
            : $"'{request.MethodNames?.GetDisplayName(symbol.Name) ?? symbol.Name}'";
    }
}
