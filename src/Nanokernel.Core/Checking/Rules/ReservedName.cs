using Nanokernel.Model;

namespace Nanokernel.Checking.Rules;

/// <summary>NK0003: names that reports use for parts of the kernel, and names that a file cannot have on Windows.</summary>
internal static class ReservedName
{
    internal static readonly RuleDescriptor Descriptor = new(
        "NK0003",
        "Reserved name",
        "{0} name '{1}' is reserved {2}. Choose another name.");

    internal static void Check(SystemDeclaration system, DiagnosticBag diagnostics)
    {
        foreach (var name in DeclaredName.All(system).Where(name => name.Kind != DeclaredName.PciFunction))
        {
            if (name.Kind == DeclaredName.Partition && KernelNames.Contains(name.Text))
                Report("for the kernel's own parts in maps and fault records");
            else if (IsWindowsDeviceName(name.Text))
                Report("by Windows, where no file can be called so");

            void Report(string reason) => diagnostics.Report(Descriptor, name.Location, name.KindAtStart, name.Text, reason);
        }
    }

    private static readonly HashSet<string> KernelNames = new(StringComparer.Ordinal) { "boot", "idle", "kernel", "nanokernel" };

    private static bool IsWindowsDeviceName(string name) => name switch
    {
        "aux" or "con" or "nul" or "prn" => true,
        _ => name.Length == 4 && (name.StartsWith("com", StringComparison.Ordinal) || name.StartsWith("lpt", StringComparison.Ordinal))
            && name[3] is >= '1' and <= '9',
    };
}
