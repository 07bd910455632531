namespace System.Runtime.CompilerServices;

/// <summary>Makes a struct of one field an array of that many elements.</summary>
[AttributeUsage(AttributeTargets.Struct, Inherited = false)]
public sealed class InlineArrayAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public InlineArrayAttribute(int length)
    {
    }
}
