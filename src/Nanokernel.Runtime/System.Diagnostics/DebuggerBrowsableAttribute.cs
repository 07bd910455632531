namespace System.Diagnostics;

/// <summary>Tells debuggers whether to show a member.</summary>
public sealed class DebuggerBrowsableAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public DebuggerBrowsableAttribute(DebuggerBrowsableState state)
    {
    }
}
