namespace System.Reflection;

/// <summary>Names the indexer of a type.</summary>
public sealed class DefaultMemberAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public DefaultMemberAttribute(string memberName)
    {
    }
}
