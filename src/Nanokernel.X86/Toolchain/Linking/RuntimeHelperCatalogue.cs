namespace Nanokernel.X86.Toolchain;

/// <summary>Which C# feature the compiler means when it calls a helper of the runtime.</summary>
internal static class RuntimeHelperCatalogue
{
    private static readonly (string Prefix, string Feature)[] Features =
    [
        ("RhpNewPtrArray", "creating an array ('new T[n]')"),
        ("RhpNewArray", "creating an array ('new T[n]')"),
        ("RhNewArray", "creating an array ('new T[n]')"),
        ("RhNewString", "creating a string"),
        ("RhpNewFinalizable", "a class with a finalizer"),
        ("RhpNew", "creating an object ('new')"),
        ("RhpAssignRef", "storing a reference in an object or a static field"),
        ("RhpCheckedAssignRef", "storing a reference through a ref or a pointer"),
        ("RhpByRefAssignRef", "copying a struct that holds references"),
        ("RhpStelemRef", "storing a reference in an array"),
        ("RhpLdelemaRef", "taking a ref to an array element"),
        ("RhpCheckedLockCmpXchg", "Interlocked.CompareExchange on a reference"),
        ("RhpCheckedXchg", "Interlocked.Exchange on a reference"),
        ("RhpInitialDynamicInterfaceDispatch", "calling an interface method with several implementations"),
        ("RhpInterfaceDispatch", "calling an interface method with several implementations"),
        ("RhpThrowEx", "'throw'"),
        ("RhpThrow", "'throw'"),
        ("RhpRethrow", "rethrowing an exception ('throw;')"),
        ("RhpCall", "'catch' or 'finally' with exceptions"),
        ("RhpReversePInvoke", "a method that native code calls ([UnmanagedCallersOnly])"),
        ("RhpPInvoke", "calling native code ([DllImport])"),
        ("RhpGetThread", "a thread-static field ([ThreadStatic])"),
        ("RhpGcPoll", "garbage collection polling"),
        ("RhpDbl", "converting between double and a 64-bit integer"),
        ("RhpLng2Dbl", "converting between double and a 64-bit integer"),
        ("RhpULng2Dbl", "converting between double and a 64-bit integer"),
        ("RhpLMul", "multiplying 64-bit integers"),
        ("RhpLLsh", "shifting a 64-bit integer"),
        ("RhpLRs", "shifting a 64-bit integer"),
        ("RhpStackProbe", "a method with more than a page of local variables"),
        ("RhpFallbackFailFast", "a fixed buffer or stackalloc"),
        ("RhpTrapThreads", "calling native code ([DllImport])"),
        ("___security_cookie", "a fixed buffer or stackalloc"),
        ("fmod", "the remainder of floating-point numbers ('%')"),
        ("RhGetCurrentThread", "threads"),
        ("RhBox", "boxing"),
        ("RhUnbox", "unboxing"),
        ("RhTypeCast", "casting a reference"),
        ("Rhp", "a feature of the full .NET runtime"),
        ("Rh", "a feature of the full .NET runtime"),
    ];

    /// <summary>The feature that asks for a helper, or null when the name is no helper.</summary>
    public static string? FeatureOf(string symbol)
    {
        foreach (var (prefix, feature) in Features)
        {
            if (symbol.StartsWith(prefix, StringComparison.Ordinal) && IsHelper(symbol, prefix))
                return feature;
        }
        return null;
    }

    // "Rhapsody.Play" is a user's name; helpers go on with a capital letter, whole names match exactly.
    private static bool IsHelper(string symbol, string prefix) => prefix switch
    {
        "fmod" or "___security_cookie" => symbol.Length == prefix.Length,
        "Rh" or "Rhp" => symbol.Length > prefix.Length && char.IsUpper(symbol[prefix.Length]),
        _ => true,
    };
}
