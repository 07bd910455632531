namespace System.Runtime;

/// <summary>Gives a method an undecorated symbol that assembly code and the linker see.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class RuntimeExportAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public RuntimeExportAttribute(string entry)
    {
    }
}
