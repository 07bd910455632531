namespace System.Diagnostics.CodeAnalysis;

/// <summary>The method does not return if the argument has the given value.</summary>
public sealed class DoesNotReturnIfAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public DoesNotReturnIfAttribute(bool parameterValue)
    {
    }
}
