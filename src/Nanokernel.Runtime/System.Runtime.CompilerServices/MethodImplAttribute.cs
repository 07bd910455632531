namespace System.Runtime.CompilerServices;

/// <summary>Tells how a method is to be compiled.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor, Inherited = false)]
public sealed class MethodImplAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public MethodImplAttribute(MethodImplOptions methodImplOptions)
    {
    }
}
