namespace System.Diagnostics.CodeAnalysis;

/// <summary>The named members are not null afterwards.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
public sealed class MemberNotNullAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public MemberNotNullAttribute(string member)
    {
    }

    /// <summary>Creates the attribute.</summary>
    public MemberNotNullAttribute(params string[] members)
    {
    }
}
