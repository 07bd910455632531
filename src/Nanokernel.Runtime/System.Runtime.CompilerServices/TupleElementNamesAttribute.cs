namespace System.Runtime.CompilerServices;

/// <summary>Carries the names of tuple elements.</summary>
public sealed class TupleElementNamesAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public TupleElementNamesAttribute(string?[] transformNames)
    {
    }
}
