namespace System.Runtime.CompilerServices;

/// <summary>Ties an extension member to its declaration.</summary>
public sealed class ExtensionMarkerAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public ExtensionMarkerAttribute(string name)
    {
    }
}
