namespace System.Diagnostics;

/// <summary>Tells debuggers how to show a value.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
public sealed class DebuggerDisplayAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public DebuggerDisplayAttribute(string? value)
    {
    }
}
