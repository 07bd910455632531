namespace System.Runtime.CompilerServices;

/// <summary>Prefers one overload to another.</summary>
public sealed class OverloadResolutionPriorityAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public OverloadResolutionPriorityAttribute(int priority)
    {
    }
}
