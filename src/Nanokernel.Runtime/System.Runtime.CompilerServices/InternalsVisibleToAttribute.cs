namespace System.Runtime.CompilerServices;

/// <summary>Shows internal members to another assembly.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
public sealed class InternalsVisibleToAttribute : Attribute
{
    /// <summary>Creates the attribute.</summary>
    public InternalsVisibleToAttribute(string assemblyName)
    {
    }
}
