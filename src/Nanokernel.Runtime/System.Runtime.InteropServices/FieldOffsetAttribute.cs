namespace System.Runtime.InteropServices;

/// <summary>Places a field at an offset.</summary>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class FieldOffsetAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public FieldOffsetAttribute(int offset)
    {
    }
}
