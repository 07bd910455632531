namespace System.Diagnostics;

/// <summary>Drops calls unless a symbol is defined.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
public sealed class ConditionalAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public ConditionalAttribute(string conditionString)
    {
    }
}
