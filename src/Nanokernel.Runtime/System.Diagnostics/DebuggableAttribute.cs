namespace System.Diagnostics;

/// <summary>States how the code can be debugged.</summary>
public sealed class DebuggableAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public DebuggableAttribute(DebuggingModes modes)
    {
    }
}
