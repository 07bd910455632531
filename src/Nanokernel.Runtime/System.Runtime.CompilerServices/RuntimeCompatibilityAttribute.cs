namespace System.Runtime.CompilerServices;

/// <summary>States how exceptions are wrapped.</summary>
public sealed class RuntimeCompatibilityAttribute : Attribute
{
    /// <summary>Gets or sets the wrapnonexceptionthrows.</summary>
    public bool WrapNonExceptionThrows { get; set; }
}
