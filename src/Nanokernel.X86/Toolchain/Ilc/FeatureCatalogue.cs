using System.Text.RegularExpressions;

namespace Nanokernel.X86.Toolchain;

/// <summary>Which C# feature it was when the compiler misses a type or method of the core library.</summary>
internal static partial class FeatureCatalogue
{
    private static readonly (string TypePart, string Feature)[] Features =
    [
        ("TypeLoaderExports", "a generic virtual method, or generic code that is decided on at run time"),
        ("ArrayHelpers", "a multi-dimensional array"),
        ("ThreadStatic", "a thread-static field"),
        ("RuntimeType", "'typeof' or reflection"),
        ("LdTokenHelpers", "'typeof' or reflection"),
        ("ReflectionHelpers", "reflection"),
        ("InteropHelpers", "calling native code"),
        ("PInvokeMarshal", "calling native code"),
        ("MarshalHelpers", "calling native code"),
        ("Monitor", "'lock'"),
        ("SynchronizedMethodHelpers", "'lock' (a synchronized method)"),
        ("Activator", "creating an object of a type parameter ('new T()')"),
        ("Task", "'async'"),
        ("AsyncHelpers", "'async'"),
        ("Nullable", "a nullable value type"),
        ("SpanHelpers", "copying or clearing memory"),
        ("Buffer", "copying memory"),
        ("DelegateMarshal", "a delegate that native code calls"),
        ("TypedReference", "a typed reference ('__makeref')"),
        ("ArgIterator", "'__arglist'"),
        ("Decimal", "'decimal'"),
        ("Int128", "a 128-bit integer"),
    ];

    /// <summary>The feature behind a message, or null when the message is not about something missing.</summary>
    public static string? FeatureOf(string message)
    {
        if (Missing().Match(message) is not { Success: true } match)
            return null;
        var what = match.Groups["what"].Value;
        foreach (var (part, feature) in Features)
        {
            if (message.Contains(part, StringComparison.Ordinal))
                return feature;
        }
        return $"something that needs '{what}'";
    }

    [GeneratedRegex(@"Expected (type|method|field) '(?<what>[^']+)' not found")]
    private static partial Regex Missing();
}
