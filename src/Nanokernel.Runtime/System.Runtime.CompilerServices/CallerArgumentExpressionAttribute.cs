namespace System.Runtime.CompilerServices;

/// <summary>The parameter gets the text of an argument.</summary>
[AttributeUsage(AttributeTargets.Parameter, Inherited = false)]
public sealed class CallerArgumentExpressionAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public CallerArgumentExpressionAttribute(string parameterName)
    {
    }
}
