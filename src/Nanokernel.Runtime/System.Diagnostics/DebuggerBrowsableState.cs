namespace System.Diagnostics;

/// <summary>Whether debuggers show a member.</summary>
public enum DebuggerBrowsableState
{
    /// <summary>Never.</summary>
    Never = 0,

    /// <summary>Collapsed.</summary>
    Collapsed = 2,

    /// <summary>Its elements only.</summary>
    RootHidden = 3,
}
