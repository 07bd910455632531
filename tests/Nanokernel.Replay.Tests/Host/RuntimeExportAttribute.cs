namespace System.Runtime;

/// <summary>The name by which a stub calls a method of the kernel.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RuntimeExportAttribute(string entry) : Attribute
{
    public string Entry => entry;
}
