namespace System.Diagnostics.CodeAnalysis;

/// <summary>The named members are not null when the method returns the given value.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
public sealed class MemberNotNullWhenAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public MemberNotNullWhenAttribute(bool returnValue, string member)
    {
    }

    /// <summary>Creates the attribute.</summary>
    public MemberNotNullWhenAttribute(bool returnValue, params string[] members)
    {
    }
}
