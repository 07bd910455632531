namespace System.Runtime;

/// <summary>Binds an <c>extern</c> method to an undecorated symbol of another object.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class RuntimeImportAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public RuntimeImportAttribute(string entry)
    {
    }

    /// <summary>Creates the attribute.</summary>
    public RuntimeImportAttribute(string library, string entry)
    {
    }
}
