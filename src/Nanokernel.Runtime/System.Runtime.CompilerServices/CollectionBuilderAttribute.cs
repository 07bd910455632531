namespace System.Runtime.CompilerServices;

/// <summary>Names the method that collection expressions build the type by.</summary>
public sealed class CollectionBuilderAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public CollectionBuilderAttribute(Type builderType, string methodName)
    {
    }
}
