namespace System.Runtime.CompilerServices;

/// <summary>Tells the C# compiler what the runtime is able to do.</summary>
public static class RuntimeFeature
{
    /// <summary>References in fields of ref structs.</summary>
    public const string ByRefFields = nameof(ByRefFields);

    /// <summary>Ref structs as type arguments.</summary>
    public const string ByRefLikeGenerics = nameof(ByRefLikeGenerics);

    /// <summary>Results of overrides that are more derived.</summary>
    public const string CovariantReturnsOfClasses = nameof(CovariantReturnsOfClasses);

    /// <summary>Bodies of interface methods.</summary>
    public const string DefaultImplementationsOfInterfaces = nameof(DefaultImplementationsOfInterfaces);

    /// <summary><c>nint</c> is <see cref="IntPtr"/>.</summary>
    public const string NumericIntPtr = nameof(NumericIntPtr);

    /// <summary>Portable symbols.</summary>
    public const string PortablePdb = nameof(PortablePdb);

    /// <summary>Unmanaged calling conventions of function pointers.</summary>
    public const string UnmanagedSignatureCallingConvention = nameof(UnmanagedSignatureCallingConvention);

    /// <summary>Static abstract members of interfaces.</summary>
    public const string VirtualStaticsInInterfaces = nameof(VirtualStaticsInInterfaces);
}
